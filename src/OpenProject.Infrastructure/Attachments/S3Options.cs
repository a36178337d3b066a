using System.ComponentModel.DataAnnotations;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Section <c>S3</c>: a bucket of Amazon S3, or of a store that speaks its protocol.</summary>
public sealed class S3Options : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "S3";

    /// <summary>The bucket, which must be there; the files are in a folder when not set.</summary>
    public string? Bucket { get; set; }

    /// <summary>What stands before the keys, such as <c>openproject/</c>.</summary>
    [StringLength(200)]
    public string Prefix { get; set; } = "";

    /// <summary>The region, such as <c>eu-central-1</c>.</summary>
    public string? Region { get; set; }

    /// <summary>The address of a store other than Amazon's; buckets are then named in paths.</summary>
    [Url]
    public string? ServiceUrl { get; set; }

    /// <summary>The access key; when not set, what the machine offers: environment, profile, role.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>Its secret.</summary>
    public string? SecretAccessKey { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Bucket is not null && Region is null && ServiceUrl is null)
            yield return new ValidationResult("S3 needs a Region or a ServiceUrl.");
        if (AccessKeyId is null != SecretAccessKey is null)
            yield return new ValidationResult("S3 needs both AccessKeyId and SecretAccessKey, or neither.");
    }
}

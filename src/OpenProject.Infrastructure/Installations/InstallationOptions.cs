using System.ComponentModel.DataAnnotations;
using OpenProject.Domain.Installations;

namespace OpenProject.Infrastructure.Installations;

/// <summary>Section <c>Installation</c>.</summary>
public sealed class InstallationOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Installation";

    /// <summary>A UUID to be known by instead of the stored one; blank means none.</summary>
    public string? Uuid { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Uuid) && !InstallationUuid.TryParse(Uuid, out _))
            yield return new ValidationResult($"Installation:Uuid is '{Uuid}'; it must be a UUID of version 4 such as 6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10.");
    }
}

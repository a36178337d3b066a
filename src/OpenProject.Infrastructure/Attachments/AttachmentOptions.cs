using System.ComponentModel.DataAnnotations;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Section <c>Attachments</c>.</summary>
public sealed class AttachmentOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Attachments";

    /// <summary>The largest attachment, in bytes (<c>attachment_max_size</c>).</summary>
    [Range(1, 1L << 40)]
    public long MaxBytes { get; set; } = 5120 * 1024;

    /// <summary>Media types and endings of names that may be uploaded, separated by commas (<c>attachment_whitelist</c>); empty for all.</summary>
    public string AllowedTypes { get; set; } = "";

    /// <summary>How long an upload may hang on nothing, in minutes (<c>attachments_grace_period</c>).</summary>
    [Range(1, 60 * 24 * 365)]
    public int UnclaimedMinutes { get; set; } = 180;

    /// <summary>Where the files are, relative to the content root; <c>attachments</c> in the data directory when not set.</summary>
    public string? Directory { get; set; }
}

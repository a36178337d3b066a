using System.Globalization;

namespace OpenProject.Application.Scim;

/// <summary>What users and groups have in common, as read.</summary>
public abstract class ScimRow
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>What the client's provider calls it, or another one does.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>How often it has changed.</summary>
    public int Revision { get; init; }

    /// <summary>The id as text.</summary>
    public string IdText => Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version: a weak entity tag (RFC 7644 section 3.14).</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"W/\"{Revision + 1L}\"");
}

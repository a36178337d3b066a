using OpenProject.Application.Resources;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>A custom field, as read.</summary>
public sealed class CustomFieldDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is of.</summary>
    public CustomizedKind Customizes { get; init; }

    /// <summary>What its values are.</summary>
    public CustomFieldFormat Format { get; init; }

    /// <summary>Whether there may be several values.</summary>
    public bool IsMulti { get; init; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is active in all projects.</summary>
    public bool IsForAll { get; init; }

    /// <summary>The least number of characters; 0 for no limit.</summary>
    public int MinLength { get; init; }

    /// <summary>The greatest number of characters; 0 for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>The regular expression that text must match; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The value of new resources, as text; null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>When it was defined, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}

using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>Where in a resource an attribute stands.</summary>
public enum SchemaLocation
{
    /// <summary>In the body.</summary>
    Body,

    /// <summary>Under <c>_links</c>.</summary>
    Links,

    /// <summary>Under <c>_meta</c>.</summary>
    Meta,
}

/// <summary>What a schema says of one attribute.</summary>
public sealed record SchemaProperty(string Name, string Type, string Label, bool IsRequired, bool HasDefault, bool IsWritable)
{
    /// <summary>The least number of characters; null for no limit.</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest number of characters; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Where in the resource it stands.</summary>
    public SchemaLocation Location { get; init; }

    /// <summary>The collection of allowed values; null when they are listed or not restricted.</summary>
    public string? AllowedHref { get; init; }

    /// <summary>The collection of schemas that values follow; null when they follow the property's own type.</summary>
    public string? AllowedSchemasHref { get; init; }

    /// <summary>The allowed values with their bodies; null when they are not listed.</summary>
    public Elements? Allowed { get; init; }

    /// <summary>The form group that the attribute is shown in; null for none.</summary>
    public string? AttributeGroup { get; init; }
}

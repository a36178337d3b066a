using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>A schema: what each attribute is and whether this viewer may write it here.</summary>
/// <param name="Properties">The attributes, in order.</param>
public sealed record SchemaDocument(IReadOnlyList<SchemaProperty> Properties) : IHalDocument
{
    /// <summary>The schema's own href; null inside forms.</summary>
    public string? SelfHref { get; init; }

    /// <summary>Further links, e.g. <c>baseSchema</c>.</summary>
    public IReadOnlyList<CollectionLink> Links { get; init; } = [];

    /// <summary>What the schema embeds.</summary>
    public IReadOnlyList<NamedDocument> Embeds { get; init; } = [];

    /// <summary>Groups of attributes; null when the resource has none.</summary>
    public IReadOnlyList<AttributeGroup>? Groups { get; init; }

    /// <inheritdoc/>
    public void Accept(IHalDocumentVisitor visitor) => visitor.Visit(this);
}

using OpenProject.Application.Common;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>A form: the draft's writable attributes, their schema, and what is wrong with them.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Resource">The declaration.</param>
/// <param name="Schema">The schema, with allowed values.</param>
/// <param name="Errors">What is wrong; empty when the draft could be stored.</param>
/// <param name="Titles">Titles of link targets by href.</param>
public sealed record Form<TEntity, TDto>(
    Draft<TEntity, TDto> Draft,
    Resource<TEntity, TDto> Resource,
    SchemaDocument Schema,
    IReadOnlyList<FieldError> Errors,
    IReadOnlyDictionary<string, string?> Titles) : IHalDocument
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>The form's links.</summary>
    public IReadOnlyList<CollectionLink> Links { get; init; } = [];

    /// <inheritdoc/>
    public void Accept(IHalDocumentVisitor visitor) => visitor.Visit(this);
}

using System.Text.Json;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes one answer: dispatches each kind of document to what writes it.</summary>
public sealed class HalDocumentWriter(Utf8JsonWriter json, HalWriters writers) : IHalDocumentVisitor
{
    /// <inheritdoc/>
    public void Visit<TDto>(Document<TDto> document)
        where TDto : class, IResourceDto =>
        writers.For<TDto>().Write(json, document.Dto, document.Access, document.Embedded, this, document.Comparison);

    /// <inheritdoc/>
    public void Visit<TDto>(Page<TDto> page)
        where TDto : class, IResourceDto =>
        CollectionWriter.Write(json, page, writers.For<TDto>(), this);

    /// <inheritdoc/>
    public void Visit(MixedCollection collection) => CollectionWriter.Write(json, collection, this);

    /// <inheritdoc/>
    public void Visit(FilterSchema schema) => FilterSchemaWriter.Write(json, schema);

    /// <inheritdoc/>
    public void Visit(SchemaDocument schema) => SchemaWriter.Write(json, schema, this);

    /// <inheritdoc/>
    public void Visit<TEntity, TDto>(Form<TEntity, TDto> form)
        where TEntity : class
        where TDto : class, IResourceDto =>
        FormWriter.Write(json, form, this);
}

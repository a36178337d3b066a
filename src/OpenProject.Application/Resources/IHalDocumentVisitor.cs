using OpenProject.Application.Queries;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>Writes each kind of answer.</summary>
public interface IHalDocumentVisitor
{
    /// <summary>One resource.</summary>
    void Visit<TDto>(Document<TDto> document)
        where TDto : class, IResourceDto;

    /// <summary>A collection.</summary>
    void Visit<TDto>(Page<TDto> page)
        where TDto : class, IResourceDto;

    /// <summary>A collection of resources of several kinds.</summary>
    void Visit(MixedCollection collection);

    /// <summary>What a condition of a filter looks like.</summary>
    void Visit(FilterSchema schema);

    /// <summary>A schema.</summary>
    void Visit(SchemaDocument schema);

    /// <summary>A form.</summary>
    void Visit<TEntity, TDto>(Form<TEntity, TDto> form)
        where TEntity : class
        where TDto : class, IResourceDto;
}

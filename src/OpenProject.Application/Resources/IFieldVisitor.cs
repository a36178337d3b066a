namespace OpenProject.Application.Resources;

/// <summary>Derives something from each kind of field; called once, when writers and readers are compiled.</summary>
public interface IFieldVisitor<TEntity, TDto, out TResult>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>A plain attribute.</summary>
    TResult Visit<TValue>(Property<TEntity, TDto, TValue> property);

    /// <summary>A link to one resource or none.</summary>
    TResult Visit(ToOne<TEntity, TDto> link);

    /// <summary>Links to any number of resources.</summary>
    TResult Visit(ToMany<TEntity, TDto> links);

    /// <summary>A link that follows from the resource itself: a related collection, a form, an action.</summary>
    TResult Visit(Affordance<TEntity, TDto> affordance);
}

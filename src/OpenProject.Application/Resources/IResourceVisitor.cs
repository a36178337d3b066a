namespace OpenProject.Application.Resources;

/// <summary>Derives something from a declaration with its exact types.</summary>
public interface IResourceVisitor<out TResult>
{
    /// <summary>A declaration.</summary>
    TResult Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
        where TEntity : class
        where TDto : class, IResourceDto;
}

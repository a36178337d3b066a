using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Queries;

/// <summary>Reads of resources outside projects, for those who hold one of some permissions in any project.</summary>
public sealed class GuardedReads(ResourceReader reader)
{
    /// <summary>The collection; leaves as forbidden without the permission.</summary>
    public async Task<Page<TDto>> ListAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, Permission[] anyOf, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        await RequireAsync(anyOf);
        return await reader.ListAsync(resource, query, within: null, cancellationToken);
    }

    /// <summary>One resource; leaves as forbidden without the permission.</summary>
    public async Task<Document<TDto>> FindAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, long id, Permission[] anyOf, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        await RequireAsync(anyOf);
        return await reader.FindAsync(resource, id, cancellationToken);
    }

    /// <summary>Leaves as forbidden unless the viewer holds one of the permissions in any project.</summary>
    public async Task RequireAsync(params Permission[] anyOf)
    {
        if (!await reader.Access.AnywhereAsync(anyOf))
            throw new ProblemException(new Problem.Forbidden());
    }
}

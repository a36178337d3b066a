using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Users;

/// <summary>What is the same for all that says when a user works: who is meant, who may see it and who may change it.</summary>
public sealed class WorkingTimeService(ResourceReader reader, ResourceWriter writer, UserKeyService keys, IUnitOfWork unitOfWork)
{
    /// <summary>Whether the viewer may write what says when a user works; its global permissions must be loaded.</summary>
    public static bool MayManage(Access access, long userId) =>
        access.Global.Contains(Permission.ManageWorkingTimes) || (userId == access.Viewer.UserId && access.Global.Contains(Permission.ManageOwnWorkingTimes));

    /// <summary>The id of the person that a key names; leaves as unauthenticated, or as not found when he is not seen.</summary>
    public async Task<long> PersonAsync(string key, CancellationToken cancellationToken)
    {
        await reader.Access.GlobalAsync();
        return await keys.PersonAsync(key, cancellationToken);
    }

    /// <summary>One that belongs to the person; leaves as not found when none is seen.</summary>
    public async Task<Document<TDto>> FindAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, string key, long id, Func<TDto, long> ownerOf, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var userId = await PersonAsync(key, cancellationToken);
        var found = await reader.FindAsync(resource, id, cancellationToken);
        return ownerOf(found.Dto) == userId ? found : throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
    }

    /// <summary>Stores a new one.</summary>
    public async Task<Document<TDto>> CreateAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, TEntity draft, ChangeSet<TEntity, TDto> changes, Func<TEntity, long> idOf, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var created = await writer.CreateAsync(plan, draft, changes, cancellationToken);
        return await reader.WrittenAsync(plan.Resource, idOf(created), cancellationToken);
    }

    /// <summary>Stores changes of one that belongs to the person.</summary>
    public async Task<Document<TDto>> UpdateAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, string key, long id, Func<TDto, long> ownerOf, ChangeSet<TEntity, TDto> changes, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        await FindAsync(plan.Resource, key, id, ownerOf, cancellationToken);
        await writer.UpdateAsync(plan, id, changes, cancellationToken);
        return await reader.WrittenAsync(plan.Resource, id, cancellationToken);
    }

    /// <summary>Removes one that belongs to the person; leaves as forbidden for those who may not.</summary>
    public async Task DeleteAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, string key, long id, Func<TDto, long> ownerOf, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var found = await FindAsync(plan.Resource, key, id, ownerOf, cancellationToken);
        if (!MayManage(reader.Access, ownerOf(found.Dto)))
            throw new ProblemException(new Problem.Forbidden());
        var (entity, _) = await writer.TakeAsync(plan, id, cancellationToken);
        plan.Aggregates.Remove(entity);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}

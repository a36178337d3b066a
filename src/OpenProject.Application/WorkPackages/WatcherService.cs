using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Lists, adds and removes who watches a work package; leaves as not found where the viewer may not see that.</summary>
public sealed class WatcherService(
    ResourceReader reader, WorkPackageResource workPackages, UserResource users, IAggregates<Watcher> watchers, IUnitOfWork unitOfWork)
{
    /// <summary>Those who watch, without locked accounts; leaves as forbidden for those who may not see watchers.</summary>
    public async Task<Page<UserDto>> ListAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        await RequireAsync(await ProjectOfAsync(workPackageId, cancellationToken), Permission.ViewWorkPackageWatchers);
        var watching = Watching(workPackageId);
        var rows = reader.Store.Rows<User>().Where(u => watching.Contains(u.Id) && u.Status != UserStatus.Locked);
        return await reader.ListAsync(users, query, rows, cancellationToken);
    }

    /// <summary>Those whom the viewer could add; leaves as forbidden for those who may not add watchers.</summary>
    public async Task<Page<UserDto>> ListAvailableAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        var projectId = await ProjectOfAsync(workPackageId, cancellationToken);
        await RequireAsync(projectId, Permission.AddWorkPackageWatchers);
        var (watching, seeing) = (Watching(workPackageId), Spectators.Of(projectId, reader.Store));
        return await reader.ListAsync(users, query, reader.Visible(users).Where(u => seeing.Contains(u.Id) && !watching.Contains(u.Id)), cancellationToken);
    }

    /// <summary>
    /// Has a user watch: the viewer himself, or whomever he may add. Leaves as invalid for one who does not exist or could not
    /// see the work package.
    /// </summary>
    /// <returns>The user, and whether that is new.</returns>
    public async Task<(Document<UserDto> User, bool IsNew)> AddAsync(long workPackageId, string user, CancellationToken cancellationToken)
    {
        var projectId = await ProjectOfAsync(workPackageId, cancellationToken);
        var userId = IdOf(user);
        await RequireUnlessSelfAsync(userId, projectId, Permission.AddWorkPackageWatchers);
        if (!await reader.Store.AnyAsync(reader.Store.Rows<User>().Where(u => u.Id == userId), cancellationToken))
            throw new ProblemException(new Problem.Invalid("user", "User does not exist."));
        if (!await reader.Store.AnyAsync(Spectators.Of(projectId, reader.Store).Where(id => id == userId), cancellationToken))
            throw new ProblemException(new Problem.Invalid("user", "User is not allowed to view this resource."));
        var isNew = !await reader.Store.AnyAsync(Watching(workPackageId).Where(id => id == userId), cancellationToken);
        if (isNew)
        {
            watchers.Add(new Watcher(workPackageId, userId));
            isNew = await SaveFirstAsync(cancellationToken);
        }

        return (await reader.WrittenAsync(users, userId, cancellationToken), isNew);
    }

    /// <summary>Has a user watch no longer, if he did; leaves as not found when there is no such user.</summary>
    public async Task RemoveAsync(long workPackageId, string user, CancellationToken cancellationToken)
    {
        var projectId = await ProjectOfAsync(workPackageId, cancellationToken);
        var userId = IdOf(user);
        await RequireUnlessSelfAsync(userId, projectId, Permission.DeleteWorkPackageWatchers);
        if (!await reader.Store.AnyAsync(reader.Store.Rows<User>().Where(u => u.Id == userId), cancellationToken))
            throw new ProblemException(new Problem.NotFound());
        if (await reader.Store.AnyAsync(Watching(workPackageId).Where(id => id == userId), cancellationToken))
        {
            watchers.Remove(new Watcher(workPackageId, userId));
            await SaveFirstAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The same for a user whom the viewer knows, seeing him or that he watches, and who that was: without watching he may be out of sight.
    /// Leaves as not found for one whom the viewer does not know.
    /// </summary>
    public async Task<Document<UserDto>> RemoveKnownAsync(long workPackageId, string user, CancellationToken cancellationToken)
    {
        var projectId = await ProjectOfAsync(workPackageId, cancellationToken);
        var userId = IdOf(user);
        await RequireUnlessSelfAsync(userId, projectId, Permission.DeleteWorkPackageWatchers);
        if (!await reader.ExistsAsync(users, userId, cancellationToken) && !await SeesWatchingAsync(workPackageId, projectId, userId, cancellationToken))
            throw new ProblemException(new Problem.NotFound());
        await RemoveAsync(workPackageId, user, cancellationToken);
        return await reader.WrittenAsync(users, userId, cancellationToken);
    }

    private async Task<bool> SeesWatchingAsync(long workPackageId, long projectId, long userId, CancellationToken cancellationToken) =>
        (await reader.Access.InProjectAsync(projectId)).Contains(Permission.ViewWorkPackageWatchers)
        && await reader.Store.AnyAsync(Watching(workPackageId).Where(id => id == userId), cancellationToken);

    // Whoever is second with the same mark finds what he wanted.
    private async Task<bool> SaveFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await unitOfWork.SaveAsync(cancellationToken);
            return true;
        }
        catch (ProblemException late) when (late.Problem is Problem.Conflict)
        {
            return false;
        }
    }

    private IQueryable<long> Watching(long workPackageId) =>
        reader.Store.Rows<Watcher>().Where(w => w.WorkPackageId == workPackageId).Select(w => w.UserId);

    private long IdOf(string user) => user == "me" ? reader.Access.Viewer.UserId : new LinkTarget(UserResource.Location, user).Id;

    private async Task<long> ProjectOfAsync(long workPackageId, CancellationToken cancellationToken) =>
        (await reader.RowAsync(workPackages, workPackageId, cancellationToken)).ProjectId;

    private async Task RequireUnlessSelfAsync(long userId, long projectId, Domain.Roles.Permission needed)
    {
        if (reader.Access.Viewer is { IsAnonymous: false } viewer && viewer.UserId == userId)
            return;
        await RequireAsync(projectId, needed);
    }

    private async Task RequireAsync(long projectId, Domain.Roles.Permission needed)
    {
        if (!(await reader.Access.InProjectAsync(projectId)).Contains(needed))
            throw new ProblemException(new Problem.Forbidden());
    }
}

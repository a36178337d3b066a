using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Marks the viewer's favorite workspaces. Marking twice is marking once.</summary>
public sealed class FavoriteService(
    WorkspaceService workspaces, Access access, IAggregates<Favorite> favorites, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Marks a visible workspace; leaves as forbidden when nobody is signed in.</summary>
    public async Task AddAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, cancellationToken) is { IsStored: false, Mark: var mark })
            favorites.Add(mark);
        await unitOfWork.SaveAsync(cancellationToken);
    }

    /// <summary>Takes the mark from a visible workspace; leaves as forbidden when nobody is signed in.</summary>
    public async Task RemoveAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, cancellationToken) is { IsStored: true, Mark: var mark })
            favorites.Remove(mark);
        await unitOfWork.SaveAsync(cancellationToken);
    }

    private async Task<(bool IsStored, Favorite Mark)> FindAsync(string workspace, CancellationToken cancellationToken)
    {
        var (userId, projectId) = (access.Viewer.UserId, await workspaces.IdOfAsync(workspace, cancellationToken));
        if (access.Viewer.IsAnonymous)
            throw new ProblemException(new Problem.Forbidden());
        var stored = access.Store.Rows<Favorite>().Where(f => f.UserId == userId && f.ProjectId == projectId);
        return (await access.Store.AnyAsync(stored, cancellationToken), new Favorite(userId, projectId, clock.GetUtcNow().UtcDateTime));
    }
}

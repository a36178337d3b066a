using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Projects;

/// <summary>Finds the project, program or portfolio that the path of something inside it names.</summary>
public sealed class WorkspaceService(ResourceReader reader, ProjectResource resource)
{
    /// <summary>The id of a visible one; leaves as not found otherwise.</summary>
    /// <param name="key">The id or the identifier.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<long> IdOfAsync(string key, CancellationToken cancellationToken) =>
        await FindIdAsync(key, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());

    /// <summary>The id of a visible one; null when there is none.</summary>
    /// <param name="key">The id or the identifier.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<long?> FindIdAsync(string key, CancellationToken cancellationToken) => reader.Store.FirstOrDefaultAsync(
        reader.Visible(resource).Where(ProjectResource.Named(key, kind: null)).Select(p => (long?)p.Id), cancellationToken);

    /// <summary>The id of one in which the viewer holds any of the permissions; leaves as not found otherwise, as if it did not exist.</summary>
    /// <param name="key">The id or the identifier.</param>
    /// <param name="anyOf">The permissions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<long> IdWithAsync(string key, PermissionSet anyOf, CancellationToken cancellationToken)
    {
        var id = await IdOfAsync(key, cancellationToken);
        return (await reader.Access.InProjectAsync(id)).Overlaps(anyOf) ? id : throw new ProblemException(new Problem.NotFound());
    }
}

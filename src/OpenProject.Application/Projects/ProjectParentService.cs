using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>Lists what projects may be put below.</summary>
public sealed class ProjectParentService(ResourceReader reader, ProjectResource resource, GuardedReads guard)
{
    /// <summary>The candidates for one workspace, or for a new one of a kind.</summary>
    /// <param name="of">The id or identifier of the one that is moved; null for a new one.</param>
    /// <param name="kindOfNew">The kind of a new one; null for a project.</param>
    /// <param name="query">What else is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<ProjectDto>> ListAsync(string? of, ProjectKind? kindOfNew, CollectionQuery query, CancellationToken cancellationToken)
    {
        await guard.RequireAsync(Permission.AddProject, Permission.EditProject, Permission.AddSubprojects);
        var moved = of is null ? null : await reader.RowAsync(resource, ProjectResource.Named(of, kind: null), cancellationToken);
        var below = moved?.Kind ?? kindOfNew ?? ProjectKind.Project;
        return await reader.ListAsync(
            resource, query, ProjectParents.Candidates(reader.Store, reader.Access, below, moved?.Id ?? 0), cancellationToken);
    }
}

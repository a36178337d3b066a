using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>Lists the projects that a query may be in.</summary>
public sealed class QueryProjectService(ResourceReader reader, ProjectResource projects, GuardedReads guard)
{
    /// <summary>Those where the viewer sees work packages; leaves as forbidden when that is nowhere.</summary>
    public async Task<Page<ProjectDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        await guard.RequireAsync(Permission.ViewWorkPackages);
        var allowed = reader.Access.ProjectsWith(Permission.ViewWorkPackages);
        return await reader.ListAsync(projects, query, reader.Visible(projects).Where(p => p.Kind == ProjectKind.Project && allowed.Contains(p.Id)), cancellationToken);
    }
}

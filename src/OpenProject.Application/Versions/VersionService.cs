using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Versions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Versions;

/// <summary>Reads versions.</summary>
public sealed class VersionService(
    ResourceReader reader, ResourceWriter writer, GuardedReads guard, VersionResource resource, ProjectResource projects, WorkspaceService workspaces)
{
    private static readonly Domain.Roles.Permission[] Readers = [Permission.ViewWorkPackages, Permission.ManageVersions];

    /// <summary>The visible versions.</summary>
    public Task<Page<VersionDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>The versions that are available in a workspace: its own and those shared with it.</summary>
    public async Task<Page<VersionDto>> ListInAsync(string workspace, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdWithAsync(workspace, PermissionSet.Of(Readers), cancellationToken);
        var project = reader.Store.Rows<Project>().Where(p => p.Id == id).Select(p => p.Id);
        return await reader.ListAsync(resource, query, reader.Visible(resource).AvailableIn(project, reader.Store), cancellationToken);
    }

    /// <summary>One version.</summary>
    public Task<Document<VersionDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>The visible workspaces that a version is available in.</summary>
    public async Task<Page<ProjectDto>> ListWorkspacesAsync(long id, CollectionQuery query, CancellationToken cancellationToken)
    {
        await reader.RowAsync(resource, v => v.Id == id, cancellationToken);
        var versions = reader.Visible(resource).Where(v => v.Id == id);
        var within = reader.Visible(projects).OfferedBy(versions, reader.Store);
        return await reader.ListAsync(projects, query, within, cancellationToken);
    }

    /// <summary>The schema; leaves as forbidden for those who may not see versions anywhere.</summary>
    public async Task<SchemaDocument> SchemaAsync(CancellationToken cancellationToken)
    {
        await guard.RequireAsync(Readers);
        return await writer.SchemaAsync(resource, ProjectVersion.Draft(writer.Now), VersionResource.SchemaHref, cancellationToken);
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Versions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Versions;

/// <summary>Reads and writes versions.</summary>
public sealed class VersionService(
    ResourceReader reader,
    ResourceWriter writer,
    GuardedReads guard,
    VersionResource resource,
    VersionPlan plan,
    ProjectResource projects,
    WorkspaceService workspaces)
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

    /// <summary>Stores a new version.</summary>
    public async Task<Document<VersionDto>> CreateAsync(ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(plan.Writes, ProjectVersion.Draft(writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<VersionDto>> UpdateAsync(long id, ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(plan.Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes a version; no work package is planned for it any longer.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (version, row) = await writer.TakeAsync(plan.Writes, id, cancellationToken);
        if (!(await writer.PermissionsInAsync(row.ProjectId)).Contains(Permission.ManageVersions))
            throw new ProblemException(new Problem.Forbidden());
        await plan.RemoveAsync(version, reader.Access.Viewer.UserId, writer.Now, cancellationToken);
    }

    /// <summary>The form for a new version.</summary>
    public Task<Form<ProjectVersion, VersionDto>> CreateFormAsync(ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(plan.Writes, ProjectVersion.Draft(writer.Now), changes, FormLinks.Create(VersionResource.Location.Value), cancellationToken);

    /// <summary>The form for changes.</summary>
    public Task<Form<ProjectVersion, VersionDto>> UpdateFormAsync(long id, ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken) =>
        writer.UpdateFormAsync(plan.Writes, id, changes, FormLinks.Update(VersionResource.Location.Of(id)), cancellationToken);

    /// <summary>The projects where the viewer manages versions; leaves as forbidden when there is none.</summary>
    public async Task<Page<ProjectDto>> AvailableProjectsAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        await guard.RequireAsync(Permission.ManageVersions);
        var managed = reader.Access.ProjectsWith(Permission.ManageVersions);
        return await reader.ListAsync(projects, query, reader.Visible(projects).Where(p => p.Kind == ProjectKind.Project && managed.Contains(p.Id)), cancellationToken);
    }
}

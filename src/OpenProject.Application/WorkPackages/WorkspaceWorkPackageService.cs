using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Lists and creates work packages inside a workspace; leaves as not found where the viewer may not see that.</summary>
public sealed class WorkspaceWorkPackageService(
    WorkspaceService workspaces, WorkPackageService workPackages, WorkPackageListService lists, ResourceReader reader)
{
    /// <summary>The work packages of a workspace; leaves as forbidden where the viewer may see the workspace only.</summary>
    public async Task<Page<WorkPackageDto>> ListAsync(string workspace, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdOfAsync(workspace, cancellationToken);
        if (!(await reader.Access.InProjectAsync(id)).Contains(Permission.ViewWorkPackages))
            throw new ProblemException(new Problem.Forbidden());
        return await lists.ListOfAsync(query with { WorkspaceId = id }, cancellationToken);
    }

    /// <summary>Stores a new work package.</summary>
    public async Task<Document<WorkPackageDto>> CreateAsync(
        string workspace, ChangeSet<WorkPackage, WorkPackageDto> changes, CancellationToken cancellationToken) =>
        await workPackages.CreateAsync(changes, await workspaces.IdOfAsync(workspace, cancellationToken), cancellationToken);

    /// <summary>The form for a new work package.</summary>
    public async Task<Form<WorkPackage, WorkPackageDto>> CreateFormAsync(
        string workspace, ChangeSet<WorkPackage, WorkPackageDto> changes, FormLinks links, CancellationToken cancellationToken) =>
        await workPackages.CreateFormAsync(changes, await workspaces.IdOfAsync(workspace, cancellationToken), links, cancellationToken);
}

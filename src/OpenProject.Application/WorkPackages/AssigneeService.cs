using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Lists who may be assigned work.</summary>
public sealed class AssigneeService(
    ResourceReader reader, UserResource users, WorkPackageResource workPackages, WorkspaceService workspaces)
{
    /// <summary>Those who may be assigned new work in a workspace; leaves as forbidden for those who may not create any there.</summary>
    public async Task<Page<UserDto>> ListInAsync(string workspace, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdOfAsync(workspace, cancellationToken);
        return await ListAsync(id, Permission.AddWorkPackages, query, cancellationToken);
    }

    /// <summary>Those who may be assigned a work package; leaves as forbidden for those who may not edit it.</summary>
    public async Task<Page<UserDto>> ListForAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        var work = await reader.RowAsync(workPackages, w => w.Id == workPackageId, cancellationToken);
        return await ListAsync(work.ProjectId, Permission.EditWorkPackages, query, cancellationToken);
    }

    private async Task<Page<UserDto>> ListAsync(
        long projectId, Domain.Roles.Permission needed, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!(await reader.Access.InProjectAsync(projectId)).Contains(needed))
            throw new ProblemException(new Problem.Forbidden());
        var assignable = WorkPackageTargets.AssignableIn(projectId, reader.Store);

        // Published as a list of users; the groups and placeholders that may be assigned, too, are among the project's principals.
        var within = reader.Store.Rows<User>().Where(u => u.Kind == PrincipalKind.User && assignable.Any(m => m.PrincipalId == u.Id));
        return await reader.ListAsync(users, query with { Sorts = [new SortClause("name", IsDescending: false)] }, within, cancellationToken);
    }
}

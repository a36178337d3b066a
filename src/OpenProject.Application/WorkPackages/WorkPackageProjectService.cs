using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Lists the workspaces that work packages may be in.</summary>
public sealed class WorkPackageProjectService(
    ResourceReader reader, ProjectResource projects, WorkPackageResource workPackages, GuardedReads guard)
{
    /// <summary>Where the viewer may create; leaves as forbidden when that is nowhere.</summary>
    public async Task<Page<ProjectDto>> ListForNewAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        await guard.RequireAsync(Permission.AddWorkPackages);
        return await ListAsync(Permission.AddWorkPackages, query, cancellationToken);
    }

    /// <summary>Where the viewer may move a work package to; leaves as forbidden for those who may neither edit nor move it.</summary>
    public async Task<Page<ProjectDto>> ListForAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        var work = await reader.RowAsync(workPackages, w => w.Id == workPackageId, cancellationToken);
        var held = await reader.Access.InProjectAsync(work.ProjectId);
        if (!held.Contains(Permission.EditWorkPackages) && !held.Contains(Permission.MoveWorkPackages))
            throw new ProblemException(new Problem.Forbidden());
        return await ListAsync(Permission.MoveWorkPackages, query, cancellationToken);
    }

    private Task<Page<ProjectDto>> ListAsync(Domain.Roles.Permission needed, CollectionQuery query, CancellationToken cancellationToken)
    {
        var allowed = reader.Access.ProjectsWith(needed);
        return reader.ListAsync(projects, query, reader.Visible(projects).Where(p => allowed.Contains(p.Id)), cancellationToken);
    }
}

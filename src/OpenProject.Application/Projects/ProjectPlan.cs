using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Projects;

/// <summary>How projects are written: beside the aggregate its place in the tree, its first member, and what is archived with it.</summary>
public sealed class ProjectPlan(
    ProjectResource resource,
    ProjectContract contract,
    IAggregates<Project> projects,
    IAggregates<Membership> memberships,
    IProjectTree tree,
    IUnitOfWork unitOfWork)
{
    /// <summary>The role that creators get where there is one of this name.</summary>
    private const string CreatorRole = "Project admin";

    /// <summary>The plan.</summary>
    public WritePlan<Project, ProjectDto> Writes => new(resource, contract, projects) { AfterSave = AfterSaveAsync };

    private async Task AfterSaveAsync(Draft<Project, ProjectDto> draft, CancellationToken cancellationToken)
    {
        var project = draft.Entity;
        if (draft.IsNew)
        {
            await tree.PlantAsync(project.Id, project.ParentId, cancellationToken);
            await WelcomeCreatorAsync(draft, cancellationToken);
            return;
        }

        if (project.ParentId != draft.Original.ParentId)
            await tree.MoveAsync(project.Id, project.ParentId, cancellationToken);
        if (project.Active == draft.Original.Active)
            return;
        if (!project.Active)
            await ArchiveBelowAsync(draft, cancellationToken);
        draft.Access.Forget();
    }

    // Without a role that lets one edit it the creator could lose sight of the project at once.
    private async Task WelcomeCreatorAsync(Draft<Project, ProjectDto> draft, CancellationToken cancellationToken)
    {
        var (store, editing) = (draft.Access.Store, Domain.Roles.Permissions.EditProject.Name);
        var role = await store.FirstOrDefaultAsync(
            store.Rows<Role>()
                .Where(r => r.Kind == RoleKind.Project && r.Builtin == RoleBuiltin.None && r.Permissions.Any(held => held.Permission == editing))
                .OrderBy(r => r.Name == CreatorRole ? 0 : 1).ThenBy(r => r.Position).Select(r => new { r.Id }),
            cancellationToken);
        if (role is null)
            return;
        memberships.Add(Membership.Create(draft.Access.Viewer.UserId, draft.Entity.Id, [role.Id], draft.Now));
        await unitOfWork.SaveAsync(cancellationToken);
    }

    private async Task ArchiveBelowAsync(Draft<Project, ProjectDto> draft, CancellationToken cancellationToken)
    {
        var (store, id) = (draft.Access.Store, draft.Entity.Id);
        var below = await store.ListAsync(
            store.Rows<ProjectHierarchy>().Where(h => h.AncestorId == id && h.Depth > 0 && h.Descendant.Active).Select(h => h.DescendantId),
            cancellationToken);
        foreach (var project in await projects.FindManyAsync(below, cancellationToken))
            project.Activate(active: false);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Relations;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.Workflows;

namespace OpenProject.Application.WorkPackages;

/// <summary>Which statuses a work package may have next.</summary>
internal static class StatusSteps
{
    /// <summary>
    /// For a new work package, and for one that gets another type, all; else the one it has and those that the workflow of its type allows
    /// the writer from there. While an open work package blocks it, none that is closed.
    /// </summary>
    public static IQueryable<Status> Next(Draft<WorkPackage, WorkPackageDto> draft, IQueryable<Status> statuses, IReadStore store)
    {
        if (draft.IsNew)
            return statuses;
        var (id, statusId) = (draft.Entity.Id, draft.Original.StatusId);
        if (draft.Entity.TypeId == draft.Original.TypeId)
        {
            var steps = Allowed(draft, store).Where(step => step.OldStatusId == statusId);
            statuses = statuses.Where(s => s.Id == statusId || steps.Any(step => step.NewStatusId == s.Id));
        }

        var blockers = store.Rows<Relation>().Where(r => r.Type == RelationType.Blocks && r.ToId == id && !r.From.Status.IsClosed);
        return statuses.Where(s => s.Id == statusId || !s.IsClosed || !blockers.Any());
    }

    // Administrators take the steps of all roles. Who was author or assignee before the change counts, himself or by a group.
    private static IQueryable<Workflow> Allowed(Draft<WorkPackage, WorkPackageDto> draft, IReadStore store)
    {
        var (typeId, viewer) = (draft.Entity.TypeId, draft.Access.Viewer);
        var steps = OpenTo(draft.Access, draft.Entity.ProjectId).Where(step => step.TypeId == typeId);
        if (viewer.IsAdmin)
            return steps;
        var (userId, isAuthor, assigneeId) = (viewer.UserId, draft.Original.AuthorId == viewer.UserId, draft.Original.AssigneeId ?? 0);
        var assigned = store.Rows<GroupMember>().Where(m => m.GroupId == assigneeId && m.UserId == userId);
        return steps.Where(step => (!step.AuthorOnly || isAuthor) && (!step.AssigneeOnly || assigneeId == userId || assigned.Any()));
    }

    /// <summary>The steps of all types that the viewer's roles in a project open, some of them to authors or assignees alone; to administrators all.</summary>
    public static IQueryable<Workflow> OpenTo(Access access, long projectId)
    {
        var steps = access.Store.Rows<Workflow>();
        if (access.Viewer.IsAdmin)
            return steps;
        var roles = access.RolesIn(projectId);
        return steps.Where(step => roles.Contains(step.RoleId));
    }
}

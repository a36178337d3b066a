using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.TimeEntries;

/// <summary>What the links of time entries may lead to.</summary>
public sealed class TimeEntryTargets(TimeEntriesActivityResource activities)
{
    /// <summary>Projects where the writer may book time.</summary>
    public AllowedValues<TimeEntry, TimeEntryDto> Projects { get; } = new AllowedAt<TimeEntry, TimeEntryDto, Project>(
        _ => TimeEntryResource.Location.Value + "/available_projects",
        (draft, id, store) =>
        {
            var projects = ProjectsToLogIn(draft.Access);
            return store.Rows<Project>().Where(p => p.Id == id && projects.Contains(p.Id));
        });

    /// <summary>Work packages that the writer sees where he may book time.</summary>
    public AllowedValues<TimeEntry, TimeEntryDto> WorkPackages { get; } = new AllowedAt<TimeEntry, TimeEntryDto, WorkPackage>(
        _ => TimeEntryResource.Location.Value + "/available_work_packages",
        (draft, id, store) =>
        {
            var (projects, seen) = (ProjectsToLogIn(draft.Access), draft.Access.ProjectsWith(Permission.ViewWorkPackages));
            return store.Rows<WorkPackage>().Where(w => w.Id == id && projects.Contains(w.ProjectId) && seen.Contains(w.ProjectId));
        },
        _ => "Work package is invalid.");

    /// <summary>The writer, and members of the project.</summary>
    public AllowedValues<TimeEntry, TimeEntryDto> Users { get; } = new AllowedAt<TimeEntry, TimeEntryDto, User>(
        _ => null,
        (draft, id, store) =>
        {
            var (projectId, me) = (draft.Entity.ProjectId, draft.Access.Viewer.UserId);
            var members = store.Rows<Membership>().Where(m => m.ProjectId == projectId).Select(m => m.PrincipalId);
            return store.Rows<User>().Where(u => u.Id == id && u.Status != UserStatus.Locked && (u.Id == me || members.Contains(u.Id)));
        });

    /// <summary>Active kinds of work.</summary>
    public AllowedValues<TimeEntry, TimeEntryDto> Activities { get; } =
        new AllowedRows<TimeEntry, TimeEntryDto, TimeEntriesActivity, TimeEntriesActivityDto>(
            () => activities, (_, rows, _) => rows.Where(a => a.IsActive).OrderBy(a => a.Position));

    /// <summary>The projects where the viewer may book time, of his own at least.</summary>
    internal static IQueryable<long> ProjectsToLogIn(Access access) =>
        access.ProjectsWith(Permission.LogTime).Union(access.ProjectsWith(Permission.LogOwnTime));
}

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
    public AllowedValues<TimeEntry, TimeEntryDto> Projects { get; } = new AllowedAt<TimeEntry, TimeEntryDto>(
        _ => TimeEntryResource.Location.Value + "/available_projects",
        (draft, store) =>
        {
            var projects = ProjectsToLogIn(draft.Access);
            return store.Rows<Project>().Where(p => projects.Contains(p.Id)).Select(p => p.Id);
        });

    /// <summary>Work packages that the writer sees where he may book time.</summary>
    public AllowedValues<TimeEntry, TimeEntryDto> WorkPackages { get; } = new AllowedAt<TimeEntry, TimeEntryDto>(
        _ => TimeEntryResource.Location.Value + "/schema/available_work_packages",
        (draft, store) =>
        {
            var (projects, seen) = (ProjectsToLogIn(draft.Access), draft.Access.ProjectsWith(Permission.ViewWorkPackages));
            return store.Rows<WorkPackage>().Where(w => projects.Contains(w.ProjectId) && seen.Contains(w.ProjectId)).Select(w => w.Id);
        },
        _ => "Work package is invalid.");

    /// <summary>The writer, and members of the project.</summary>
    public AllowedValues<TimeEntry, TimeEntryDto> Users { get; } = new AllowedAt<TimeEntry, TimeEntryDto>(
        _ => null,
        (draft, store) =>
        {
            var (projectId, me) = (draft.Entity.ProjectId, draft.Access.Viewer.UserId);
            var members = store.Rows<Membership>().Where(m => m.ProjectId == projectId).Select(m => m.PrincipalId);
            return store.Rows<User>().Where(u => u.Status != UserStatus.Locked && (u.Id == me || members.Contains(u.Id))).Select(u => u.Id);
        });

    /// <summary>Active kinds of work.</summary>
    public AllowedValues<TimeEntry, TimeEntryDto> Activities { get; } =
        new AllowedRows<TimeEntry, TimeEntryDto, TimeEntriesActivity, TimeEntriesActivityDto>(
            () => activities, (_, rows, _) => rows.Where(a => a.IsActive).OrderBy(a => a.Position));

    /// <summary>The projects where the viewer may book time, of his own at least.</summary>
    internal static IQueryable<long> ProjectsToLogIn(Access access) =>
        access.ProjectsWith(Permission.LogTime).Union(access.ProjectsWith(Permission.LogOwnTime));
}

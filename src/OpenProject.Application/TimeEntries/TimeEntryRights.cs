using OpenProject.Application.Permissions;
using OpenProject.Domain.Roles;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.TimeEntries;

/// <summary>Who may see, book and change time.</summary>
internal static class TimeEntryRights
{
    /// <summary>Any of these shows some time.</summary>
    public static Domain.Roles.Permission[] SeeAnyOf { get; } = [Permission.ViewTimeEntries, Permission.ViewOwnTimeEntries];

    /// <summary>Any of these lets one book time, of one's own at least.</summary>
    public static Domain.Roles.Permission[] LogAnyOf { get; } = [Permission.LogTime, Permission.LogOwnTime];

    /// <summary>Any of these has to do with time.</summary>
    public static Domain.Roles.Permission[] AnyOf { get; } =
        [.. SeeAnyOf, .. LogAnyOf, Permission.EditTimeEntries, Permission.EditOwnTimeEntries, Permission.ManageProjectActivities];

    /// <summary>What shows some time.</summary>
    public static PermissionSet Seeing { get; } = PermissionSet.Of(SeeAnyOf);

    /// <summary>What lets one book time, of one's own at least.</summary>
    public static PermissionSet Logging { get; } = PermissionSet.Of(LogAnyOf);

    /// <summary>Whether the viewer may change or delete an entry.</summary>
    public static bool MayEdit(TimeEntryDto entry, Access access) => MayEdit(entry, access.Viewer.UserId, access.In(entry.ProjectId));

    /// <summary>Whether a user with these permissions in the entry's project may change or delete it: what is going on, who may book his own, too.</summary>
    public static bool MayEdit(TimeEntryDto entry, long me, PermissionSet held) =>
        held.Contains(Permission.EditTimeEntries)
        || (entry.UserId == me && (held.Contains(Permission.EditOwnTimeEntries) || (entry.Ongoing && held.Contains(Permission.LogOwnTime))));
}

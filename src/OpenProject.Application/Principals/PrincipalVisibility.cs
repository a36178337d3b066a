using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.PlaceholderUsers;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Principals;

/// <summary>Whom a viewer may see.</summary>
public static class PrincipalVisibility
{
    private static readonly string[] OfPeople = [Permission.CreateUser.Name, Permission.ManageUser.Name];

    private static readonly string[] OfPlaceholders = [Permission.ManagePlaceholderUser.Name];

    private static readonly PrincipalKind[] Builtin = [PrincipalKind.Anonymous, PrincipalKind.System, PrincipalKind.Deleted];

    private static readonly PrincipalKind[] Hidden = [PrincipalKind.ServiceAccount, PrincipalKind.Removed];

    /// <summary>
    /// Everybody for those who manage members anywhere; people and placeholders also for those who manage them. Others see
    /// themselves, the people and placeholders in their projects, the groups that are members where they may see members, and
    /// the builtin users, who are authors of what anybody may see.
    /// </summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Access access)
        where T : Principal
    {
        if (typeof(T).IsAssignableFrom(typeof(User)))
            rows = rows.Where(p => !Hidden.Contains(p.Kind));
        if (access.Viewer.IsAdmin)
            return rows;
        var managing = access.ProjectsWith(Permission.ManageMembers);
        Expression<Func<T, bool>> isSeen = p => managing.Any();

        // What cannot be among the rows need not be asked about.
        if (typeof(T) != typeof(Group))
            isSeen = isSeen.Or(IsSeenByFellows<T>(access));
        if (typeof(T).IsAssignableFrom(typeof(Group)))
            isSeen = isSeen.Or(IsSeenAsGroup<T>(access));
        if (typeof(T).IsAssignableFrom(typeof(PlaceholderUser)))
            isSeen = isSeen.Or(IsManagedAsPlaceholder<T>(access));
        return rows.Where(isSeen);
    }

    private static Expression<Func<T, bool>> IsSeenByFellows<T>(Access access)
        where T : Principal
    {
        var (me, memberships, mine) = (access.Viewer.UserId, access.Store.Rows<Membership>(), Mine(access));
        return p =>
            p.Id == me
            || Builtin.Contains(p.Kind)
            || (p.Kind != PrincipalKind.Group
                && (mine.Any(m => m.ProjectId == null && m.Roles.Any(r => r.Role.Permissions.Any(held => OfPeople.Contains(held.Permission))))
                    || memberships.Any(m => m.PrincipalId == p.Id && mine.Any(own => own.ProjectId != null && own.ProjectId == m.ProjectId))));
    }

    private static Expression<Func<T, bool>> IsSeenAsGroup<T>(Access access)
        where T : Principal
    {
        var (memberships, viewing) = (access.Store.Rows<Membership>(), access.ProjectsWith(Permission.ViewMembers));
        return p => p.Kind == PrincipalKind.Group
            && memberships.Any(m => m.PrincipalId == p.Id && m.ProjectId != null && viewing.Contains(m.ProjectId.Value));
    }

    private static Expression<Func<T, bool>> IsManagedAsPlaceholder<T>(Access access)
        where T : Principal
    {
        var mine = Mine(access);
        return p => p.Kind == PrincipalKind.PlaceholderUser
            && mine.Any(m => m.ProjectId == null && m.Roles.Any(r => r.Role.Permissions.Any(held => OfPlaceholders.Contains(held.Permission))));
    }

    private static IQueryable<Membership> Mine(Access access)
    {
        var me = access.Viewer.UserId;
        return access.Store.Rows<Membership>().Where(m => m.PrincipalId == me);
    }
}

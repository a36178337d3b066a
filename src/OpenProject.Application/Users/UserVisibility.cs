using OpenProject.Application.Permissions;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Users;

/// <summary>Whom a viewer may see.</summary>
public static class UserVisibility
{
    private static readonly string[] GlobalPermissions = [Permission.CreateUser.Name, Permission.ManageUser.Name];

    /// <summary>
    /// Everybody for those who manage users or members anywhere; for others themselves, the members of their projects and
    /// the builtin users, who are authors of what anybody may see.
    /// </summary>
    public static IQueryable<User> VisibleTo(this IQueryable<User> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var me = access.Viewer.UserId;
        var memberships = access.Store.Rows<Membership>();
        var mine = memberships.Where(m => m.PrincipalId == me);
        var managing = access.ProjectsWith(Permission.ManageMembers);
        return rows.Where(u =>
            u.Id == me
            || u.Kind != PrincipalKind.User
            || mine.Any(m => m.ProjectId == null && m.Roles.Any(r => r.Role.Permissions.Any(p => GlobalPermissions.Contains(p.Permission))))
            || managing.Any()
            || memberships.Any(m => m.PrincipalId == u.Id && mine.Any(own => own.ProjectId != null && own.ProjectId == m.ProjectId)));
    }
}

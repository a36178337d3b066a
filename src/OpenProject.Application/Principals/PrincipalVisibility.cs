using OpenProject.Application.Permissions;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Principals;

/// <summary>Whom a viewer may see.</summary>
public static class PrincipalVisibility
{
    private static readonly string[] GlobalPermissions = [Permission.CreateUser.Name, Permission.ManageUser.Name];

    private static readonly PrincipalKind[] Builtin = [PrincipalKind.Anonymous, PrincipalKind.System, PrincipalKind.Deleted];

    /// <summary>
    /// Everybody for those who manage users or members anywhere; for others themselves, the members of their projects and
    /// the builtin users, who are authors of what anybody may see.
    /// </summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Access access)
        where T : Principal
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var me = access.Viewer.UserId;
        var memberships = access.Store.Rows<Membership>();
        var mine = memberships.Where(m => m.PrincipalId == me);
        var managing = access.ProjectsWith(Permission.ManageMembers);
        return rows.Where(p =>
            p.Id == me
            || Builtin.Contains(p.Kind)
            || mine.Any(m => m.ProjectId == null && m.Roles.Any(r => r.Role.Permissions.Any(held => GlobalPermissions.Contains(held.Permission))))
            || managing.Any()
            || memberships.Any(m => m.PrincipalId == p.Id && mine.Any(own => own.ProjectId != null && own.ProjectId == m.ProjectId)));
    }
}

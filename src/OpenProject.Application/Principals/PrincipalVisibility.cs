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
    /// Everybody for those who manage members anywhere; people and placeholders also for those who manage users. Others see
    /// themselves, the members of their projects, the groups that are members where they may see members, and the builtin
    /// users, who are authors of what anybody may see.
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
        var viewing = access.ProjectsWith(Permission.ViewMembers);
        return rows.Where(p =>
            p.Id == me
            || Builtin.Contains(p.Kind)
            || (p.Kind != PrincipalKind.Group && mine.Any(m => m.ProjectId == null && m.Roles.Any(r => r.Role.Permissions.Any(held => GlobalPermissions.Contains(held.Permission)))))
            || managing.Any()
            || (p.Kind == PrincipalKind.Group
                ? memberships.Any(m => m.PrincipalId == p.Id && m.ProjectId != null && viewing.Contains(m.ProjectId.Value))
                : memberships.Any(m => m.PrincipalId == p.Id && mine.Any(own => own.ProjectId != null && own.ProjectId == m.ProjectId))));
    }
}

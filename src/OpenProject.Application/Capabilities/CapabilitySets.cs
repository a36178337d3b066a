using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.Actions;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Capabilities;

/// <summary>
/// Who may do what where, as sets inside SQL that have no row in common: what members may, what others may in public projects,
/// what administrators may everywhere, and the same for what is done in no project. It is what <see cref="Access"/> says of
/// the viewer, said of everybody. Administrators see all of it; others their own, and that of members where they may see these.
/// </summary>
/// <param name="access">Who asks.</param>
/// <param name="ownOnly">Only what the viewer may do.</param>
public sealed class CapabilitySets(Access access, bool ownOnly)
{
    private readonly long me = access.Viewer.UserId;

    // To administrators what other administrators may do everywhere is told once; others are told what their roles say.
    private readonly bool seesAdministrators = access.Viewer.IsAdmin;

    private IReadStore Store => access.Store;

    private IQueryable<ActionGrant> InProjects => Store.Rows<ActionGrant>().Where(a => !a.Global);

    private IQueryable<ActionGrant> Anywhere => Store.Rows<ActionGrant>().Where(a => a.Global);

    /// <summary>The sets.</summary>
    public IReadOnlyList<IQueryable<CapabilityRow>> All => [OfMembers(), OfOthers(), OfAdministrators(), OfStaff(), OfAdministratorsAnywhere()];

    private IQueryable<CapabilityRow> OfMembers() =>
        from m in Seen(Unlocked(Store.Rows<Membership>().Where(m => m.ProjectId != null && m.Project!.Active)))
        from a in InProjects
        where !(seesAdministrators && a.GrantedToAdmins && m.Principal.Kind == PrincipalKind.User && ((User)m.Principal).Admin)
            && (a.Module == "" || m.Project!.Modules.Any(enabled => enabled.Name == a.Module))
            && (a.Public || m.Roles.Any(r => r.Role.Permissions.Any(held => held.Permission == a.Permission)))
        select new CapabilityRow { PrincipalId = m.PrincipalId, ProjectId = m.ProjectId, Action = a.Position };

    private IQueryable<CapabilityRow> OfOthers()
    {
        var memberships = Store.Rows<Membership>();
        var granted = Store.Rows<Role>().Where(r => r.Builtin == RoleBuiltin.NonMember).SelectMany(r => r.Permissions).Select(held => held.Permission);
        return
            from u in People(isAdmin: false)
            from p in Store.Rows<Project>().Where(p => p.Active && p.Public)
            from a in InProjects
            where !memberships.Any(m => m.PrincipalId == u.Id && m.ProjectId == p.Id)
                && (a.Module == "" || p.Modules.Any(enabled => enabled.Name == a.Module))
                && (a.Public || granted.Contains(a.Permission))
            select new CapabilityRow { PrincipalId = u.Id, ProjectId = p.Id, Action = a.Position };
    }

    private IQueryable<CapabilityRow> OfAdministrators() =>
        from u in People(isAdmin: true)
        from p in Store.Rows<Project>().Where(p => p.Active)
        from a in InProjects
        where a.GrantedToAdmins && (a.Module == "" || p.Modules.Any(enabled => enabled.Name == a.Module))
        select new CapabilityRow { PrincipalId = u.Id, ProjectId = p.Id, Action = a.Position };

    private IQueryable<CapabilityRow> OfStaff() =>
        from m in Own(Unlocked(Store.Rows<Membership>().Where(m => m.ProjectId == null)))
        from a in Anywhere
        where !(seesAdministrators && m.Principal.Kind == PrincipalKind.User && ((User)m.Principal).Admin)
            && m.Roles.Any(r => r.Role.Permissions.Any(held => held.Permission == a.Permission))
        select new CapabilityRow { PrincipalId = m.PrincipalId, ProjectId = a.NoProjectId, Action = a.Position };

    private IQueryable<CapabilityRow> OfAdministratorsAnywhere() =>
        from u in People(isAdmin: true)
        from a in Anywhere
        select new CapabilityRow { PrincipalId = u.Id, ProjectId = a.NoProjectId, Action = a.Position };

    private IQueryable<User> People(bool isAdmin)
    {
        var people = Store.Rows<User>().Where(u => u.Kind == PrincipalKind.User && u.Status != UserStatus.Locked && u.Admin == isAdmin);
        return access.Viewer.IsAdmin && !ownOnly ? people : people.Where(u => u.Id == me);
    }

    private static IQueryable<Membership> Unlocked(IQueryable<Membership> rows) =>
        rows.Where(m => m.Principal.Kind != PrincipalKind.User || ((User)m.Principal).Status != UserStatus.Locked);

    private IQueryable<Membership> Own(IQueryable<Membership> rows) =>
        access.Viewer.IsAdmin && !ownOnly ? rows : rows.Where(m => m.PrincipalId == me);

    private IQueryable<Membership> Seen(IQueryable<Membership> rows)
    {
        if (access.Viewer.IsAdmin || ownOnly)
            return Own(rows);
        var viewing = access.ProjectsWith(Catalogue.ViewMembers);
        return rows.Where(m => m.PrincipalId == me || viewing.Contains(m.ProjectId!.Value));
    }
}

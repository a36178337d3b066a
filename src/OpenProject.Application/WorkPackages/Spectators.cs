using OpenProject.Application.Common;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Who may see the work packages of a project.</summary>
internal static class Spectators
{
    /// <summary>
    /// The ids of people who may: administrators, members whose role says so, and where the project is public whoever is no
    /// member, if the role of non-members says so. No locked account may.
    /// </summary>
    public static IQueryable<long> Of(long projectId, IReadStore store)
    {
        var permission = Catalogue.ViewWorkPackages.Name;
        var members = store.Rows<Membership>().Where(m => m.ProjectId == projectId);
        var granting = members.Where(m => m.Roles.Any(r => r.Role.Permissions.Any(held => held.Permission == permission)));
        var isOpen = store.Rows<Project>().Where(p => p.Id == projectId && p.Public
            && store.Rows<Role>().Any(r => r.Builtin == RoleBuiltin.NonMember && r.Permissions.Any(held => held.Permission == permission)));
        return store.Rows<User>()
            .Where(u => u.Kind == PrincipalKind.User && u.Status != UserStatus.Locked)
            .Where(u => u.Admin || granting.Any(m => m.PrincipalId == u.Id) || (isOpen.Any() && !members.Any(m => m.PrincipalId == u.Id)))
            .Select(u => u.Id);
    }

    /// <summary>The same for some projects and users at once, and for any permission of a module; one statement for all of them.</summary>
    public static IQueryable<Spectator> Among(List<long> projectIds, List<long> userIds, Permission permission, IReadStore store)
    {
        var (name, module) = (permission.Name, permission.Module);
        var memberships = store.Rows<Membership>();
        var outsiders = store.Rows<Role>().Where(r => r.Builtin == RoleBuiltin.NonMember && r.Permissions.Any(held => held.Permission == name));
        return
            from p in store.Rows<Project>().Where(p => projectIds.Contains(p.Id) && p.Active && p.Modules.Any(m => m.Name == module))
            from u in store.Rows<User>().Where(u => userIds.Contains(u.Id) && u.Kind == PrincipalKind.User && u.Status != UserStatus.Locked)
            where u.Admin
                || memberships.Any(m => m.ProjectId == p.Id && m.PrincipalId == u.Id && m.Roles.Any(r => r.Role.Permissions.Any(held => held.Permission == name)))
                || (p.Public && outsiders.Any() && !memberships.Any(m => m.ProjectId == p.Id && m.PrincipalId == u.Id))
            select new Spectator { ProjectId = p.Id, UserId = u.Id };
    }
}

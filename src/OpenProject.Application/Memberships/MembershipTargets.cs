using OpenProject.Application.Resources;
using OpenProject.Application.Roles;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Memberships;

/// <summary>What the links of a membership may lead to.</summary>
public sealed class MembershipTargets(RoleResource roles)
{
    /// <summary>Whoever may become a member.</summary>
    public AllowedValues<Membership, MembershipDto> Principals { get; } = new MemberPrincipals();

    /// <summary>Projects where the writer manages members.</summary>
    public AllowedValues<Membership, MembershipDto> Projects { get; } = new AllowedAt<Membership, MembershipDto>(
        _ => MembershipResource.AvailableProjects,
        (draft, store) =>
        {
            var projects = draft.Access.ProjectsWith(Permission.ManageMembers);
            return store.Rows<Project>().Where(p => projects.Contains(p.Id)).Select(p => p.Id);
        });

    /// <summary>Roles that people may give: those of projects in a project, global ones to members of the whole installation.</summary>
    public AllowedValues<Membership, MembershipDto> Roles { get; } =
        new AllowedRows<Membership, MembershipDto, Role, RoleDto>(() => roles, (draft, rows, _) =>
        {
            var kind = draft.Entity.ProjectId is null && draft.Access.Viewer.IsAdmin ? RoleKind.Global : RoleKind.Project;
            return rows.Where(r => r.Kind == kind && r.Builtin == RoleBuiltin.None).OrderBy(r => r.Position);
        }).Otherwise(label => $"{label} has an unassignable role.");
}

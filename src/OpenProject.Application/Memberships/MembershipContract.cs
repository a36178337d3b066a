using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Roles;
using OpenProject.Application.Writes;
using OpenProject.Domain.Memberships;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Memberships;

/// <summary>Who may write memberships, and which are wrong.</summary>
public sealed class MembershipContract : Contract<Membership, MembershipDto>
{
    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public MembershipContract(IReadStore store)
    {
        this.store = store;
        Must("project", d => d.Entity.ProjectId is not null || d.Access.Viewer.IsAdmin, "Project can't be blank.");
        MustAsync("principal", IsNoMemberYetAsync, "Principal has already been taken.");
    }

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<Membership, MembershipDto> draft, CancellationToken cancellationToken)
    {
        if (draft.Entity.ProjectId is not { } projectId)
        {
            Allow(draft.Access.Viewer.IsAdmin || (draft.IsNew && await draft.Access.AnywhereAsync(Catalogue.ManageMembers)));
            return;
        }

        await AllowInAsync(draft, projectId, Catalogue.ManageMembers, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task DeriveAsync(Draft<Membership, MembershipDto> draft, CancellationToken cancellationToken)
    {
        var kind = draft.Changes.Find("principal") is ToOneChange<Membership, MembershipDto> { Target: { } target } && draft.IsNew
            ? MemberPrincipals.KindOf(target)
            : draft.Original.PrincipalKind;
        draft.AfterMapping = dto =>
        {
            dto.PrincipalKind = kind;
            dto.Roles = [.. draft.Entity.Roles.Select(r => r.RoleId).Distinct().Select(id => new Reference(RoleResource.Location, id, Title: null))];
        };
        return Task.CompletedTask;
    }

    private async Task<bool> IsNoMemberYetAsync(Draft<Membership, MembershipDto> draft, CancellationToken cancellationToken)
    {
        var (principalId, projectId) = (draft.Entity.PrincipalId, draft.Entity.ProjectId);
        return !draft.IsNew || principalId == 0
            || !await store.AnyAsync(store.Rows<Membership>().Where(m => m.PrincipalId == principalId && m.ProjectId == projectId), cancellationToken);
    }
}

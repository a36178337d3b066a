using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.Roles;
using OpenProject.Domain.Memberships;

namespace OpenProject.Application.Memberships;

/// <summary>Fills in the roles of the memberships of a page; one that comes from several sources is told once.</summary>
public sealed class MembershipRoles(IReadStore store) : IEnricher<MembershipDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<MembershipDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var given = await store.ListAsync(
            store.Rows<MembershipRole>().Where(r => ids.Contains(r.MembershipId))
                .Select(r => new { r.MembershipId, r.RoleId, r.Role.Name, r.Role.Position }).Distinct(),
            cancellationToken);
        var roles = given.OrderBy(g => g.Position).ToLookup(g => g.MembershipId, g => new Reference(RoleResource.Location, g.RoleId, g.Name));
        foreach (var row in rows)
            row.Roles = [.. roles[row.Id]];
    }
}

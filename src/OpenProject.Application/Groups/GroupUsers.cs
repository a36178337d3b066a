using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Domain.Groups;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Groups;

/// <summary>Fills in who is in the groups of a page, for those who manage members anywhere.</summary>
public sealed class GroupUsers(IReadStore store) : IEnricher<GroupDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<GroupDto> rows, Access access, CancellationToken cancellationToken)
    {
        if (!await access.AnywhereAsync(Permission.ManageMembers))
            return;
        List<long> ids = [.. rows.Select(r => r.Id)];
        var found = await store.ListAsync(
            store.Rows<GroupMember>().Where(m => ids.Contains(m.GroupId)).OrderBy(m => m.User.SortName).ThenBy(m => m.UserId)
                .Select(m => new { m.GroupId, m.UserId, m.User.Name }),
            cancellationToken);
        var members = found.ToLookup(m => m.GroupId, m => new Reference(PrincipalPaths.Users, m.UserId, m.Name));
        foreach (var row in rows)
            row.Members = [.. members[row.Id]];
    }
}

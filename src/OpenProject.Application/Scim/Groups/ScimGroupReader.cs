using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Scim.Groups;

/// <summary>Reads groups. Who is in them is read where it is told, by one statement for a page.</summary>
public sealed class ScimGroupReader(ScimGroupType type, IReadStore store, CountMemory counts, CurrentViewer current)
    : ScimResourceReader<Group, ScimGroupRow>(type, Shape, store, counts, current)
{
    private static readonly ScimRows<Group, ScimGroupRow> Shape = new((group, externalId) => new ScimGroupRow
    {
        Id = group.Id,
        Name = group.Name,
        CreatedAt = group.CreatedAt,
        UpdatedAt = group.UpdatedAt,
        Revision = group.Revision,
        ExternalId = externalId,
    });

    private readonly ScimGroupType type = type;
    private readonly IReadStore store = store;

    /// <inheritdoc/>
    protected override IQueryable<Group> All => store.Rows<Group>();

    /// <inheritdoc/>
    protected override async Task FillAsync(IReadOnlyList<ScimGroupRow> rows, ScimProjection projection, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 || !projection.Wants(type.Members))
            return;
        List<long> ids = [.. rows.Select(row => row.Id)];
        var members = store.Rows<GroupMember>().Where(member => ids.Contains(member.GroupId)).OrderBy(member => member.GroupId).ThenBy(member => member.UserId);
        var found = projection.Wants(type.Members, type.Display)
            ? await store.ListAsync(members.Select(member => new ScimMember(member.GroupId, member.UserId, member.User.Name)), cancellationToken)
            : await store.ListAsync(members.Select(member => new ScimMember(member.GroupId, member.UserId, null)), cancellationToken);
        if (rows.Count == 1)
        {
            rows[0].Members = found;
            return;
        }

        var byGroup = found.ToLookup(member => member.GroupId);
        foreach (var row in rows)
            row.Members = [.. byGroup[row.Id]];
    }
}

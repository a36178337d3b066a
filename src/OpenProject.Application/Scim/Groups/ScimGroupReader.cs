using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Scim;

namespace OpenProject.Application.Scim.Groups;

/// <summary>Reads groups. Who is in them is read where it is told, by one statement for a page.</summary>
public sealed class ScimGroupReader(ScimGroupType type, IReadStore store, CountMemory counts, CurrentViewer current)
    : ScimResourceReader<Group, ScimGroupRow>(type, store, counts, current)
{
    private readonly ScimGroupType type = type;
    private readonly IReadStore store = store;

    /// <inheritdoc/>
    protected override IQueryable<Group> All => store.Rows<Group>();

    /// <inheritdoc/>
    protected override IQueryable<ScimGroupRow> Read(IQueryable<Group> rows, ScimScope scope)
    {
        var (identities, provider) = (store.Rows<ExternalIdentity>(), scope.Provider);
        return rows.Select(group => new ScimGroupRow
        {
            Id = group.Id,
            Name = group.Name,
            CreatedAt = group.CreatedAt,
            UpdatedAt = group.UpdatedAt,
            Revision = group.Revision,
            ExternalId = identities.Where(e => e.PrincipalId == group.Id).OrderBy(e => e.Provider == provider ? 0 : 1).ThenBy(e => e.Provider).Select(e => e.ExternalKey).FirstOrDefault(),
        });
    }

    /// <inheritdoc/>
    protected override async Task FillAsync(IReadOnlyList<ScimGroupRow> rows, ScimProjection projection, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 || !projection.Wants(type.Members))
            return;
        List<long> ids = [.. rows.Select(row => row.Id)];
        var members = store.Rows<GroupMember>().Where(member => ids.Contains(member.GroupId)).OrderBy(member => member.GroupId).ThenBy(member => member.UserId);
        var found = projection.Wants(type.Members, type.Display)
            ? await store.ListAsync(members.Select(member => new { member.GroupId, member.UserId, Name = (string?)member.User.Name }), cancellationToken)
            : await store.ListAsync(members.Select(member => new { member.GroupId, member.UserId, Name = (string?)null }), cancellationToken);
        var byGroup = found.ToLookup(member => member.GroupId, member => new ScimMember(member.UserId, member.Name));
        foreach (var row in rows)
            row.Members = [.. byGroup[row.Id]];
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Scim.Users;

/// <summary>Reads users: people alone, in whatever state their accounts are.</summary>
public sealed class ScimUserReader(ScimUserType type, IReadStore store, CountMemory counts, CurrentViewer current)
    : ScimResourceReader<User, ScimUserRow>(type, Shape, store, counts, current)
{
    private static readonly ScimRows<User, ScimUserRow> Shape = new((user, externalId) => new ScimUserRow
    {
        Id = user.Id,
        Login = user.Login,
        FirstName = user.FirstName,
        LastName = user.LastName,
        Email = user.Email,
        Active = user.Status == UserStatus.Active,
        ProvidedName = user.ProvidedName,
        CreatedAt = user.CreatedAt,
        UpdatedAt = user.UpdatedAt,
        Revision = user.Revision,
        ExternalId = externalId,
    });

    private readonly ScimUserType type = type;
    private readonly IReadStore store = store;

    /// <inheritdoc/>
    protected override IQueryable<User> All => store.Rows<User>().Where(user => user.Kind == PrincipalKind.User);

    /// <inheritdoc/>
    protected override async Task FillAsync(IReadOnlyList<ScimUserRow> rows, ScimProjection projection, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 || !projection.Wants(type.Groups))
            return;
        List<long> ids = [.. rows.Select(row => row.Id)];
        var found = await store.ListAsync(
            store.Rows<GroupMember>().Where(member => ids.Contains(member.UserId)).OrderBy(member => member.GroupId).Select(member => new { member.UserId, member.GroupId }), cancellationToken);
        var memberships = found.ToLookup(member => member.UserId, member => member.GroupId);
        foreach (var row in rows)
            row.Groups = [.. memberships[row.Id]];
    }
}

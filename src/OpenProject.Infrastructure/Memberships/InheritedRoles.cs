using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Memberships;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Memberships;

/// <summary>
/// What users have through groups, given and taken by statements over all of them. Each inherited role names the group's
/// role that it comes from, so that what two groups give is told apart.
/// </summary>
internal sealed class InheritedRoles(OpenProjectDbContext context, TimeProvider clock) : IInheritedRoles
{
    private static readonly JsonRows Users = new(("id", "bigint"));

    // A group's memberships and, of each, the users it is for.
    private const string Sharing = "members AS given INNER JOIN group_members AS joined ON joined.group_id = given.principal_id";

    // Of the same user in the same project; global ones have none.
    private const string IsOwn =
        "own.principal_id = joined.user_id AND (own.project_id = given.project_id OR (own.project_id IS NULL AND given.project_id IS NULL))";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task GiveAsync(long membershipId, CancellationToken cancellationToken)
    {
        var group = context.Set<Membership>().Where(m => m.Id == membershipId).Select(m => m.PrincipalId);
        await LockAsync(group, cancellationToken);
        await GiveAsync("given.id = {1}", [Now, membershipId], cancellationToken);
    }

    public async Task TakeAsync(long membershipId, IReadOnlyCollection<long> kept, CancellationToken cancellationToken)
    {
        var group = context.Set<Membership>().Where(m => m.Id == membershipId).Select(m => m.PrincipalId);
        await LockAsync(group, cancellationToken);
        await TakeAsync(
            context.Set<MembershipRole>().Where(r => r.MembershipId == membershipId && !kept.Contains(r.Id)),
            context.Set<GroupMember>().Where(m => group.Contains(m.GroupId)).Select(m => m.UserId),
            cancellationToken);
    }

    /// <summary>Gives some users of a group what it has.</summary>
    public Task GiveToAsync(long groupId, IEnumerable<long> userIds, CancellationToken cancellationToken) => GiveAsync(
        $$"""given.principal_id = {1} AND joined.user_id IN (SELECT users.id FROM {{Users.From(context, "{2}")}} AS users)""",
        [Now, groupId, JsonSerializer.Serialize(userIds.Select(id => new { id }))],
        cancellationToken);

    /// <summary>Takes from some users of a group what they have through it.</summary>
    public Task TakeFromAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken) => TakeAsync(
        RolesOf(groupId), context.Set<GroupMember>().Where(m => m.GroupId == groupId && userIds.Contains(m.UserId)).Select(m => m.UserId), cancellationToken);

    /// <summary>Takes from all users of a group what they have through it.</summary>
    public async Task TakeFromAllAsync(long groupId, CancellationToken cancellationToken)
    {
        await LockAsync(groupId, cancellationToken);
        await TakeAsync(RolesOf(groupId), context.Set<GroupMember>().Where(m => m.GroupId == groupId).Select(m => m.UserId), cancellationToken);
    }

    /// <summary>
    /// Until the transaction ends nobody else changes what the group has or who is in it: two such changes, unaware of each
    /// other, would leave users without what the group gives.
    /// </summary>
    public Task LockAsync(long groupId, CancellationToken cancellationToken) =>
        context.Set<Group>().Where(g => g.Id == groupId)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.UpdatedAt, g => g.UpdatedAt), cancellationToken);

    /// <summary>Who is in the group has changed, and that counts as a change of the group.</summary>
    public Task NoteChangeAsync(long groupId, CancellationToken cancellationToken)
    {
        var now = Now;
        return context.Set<Group>().Where(g => g.Id == groupId)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.UpdatedAt, now).SetProperty(g => g.Revision, g => g.Revision + 1), cancellationToken);
    }

    private Task<int> LockAsync(IQueryable<long> groups, CancellationToken cancellationToken) =>
        context.Set<Principal>().Where(p => groups.Contains(p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.UpdatedAt, p => p.UpdatedAt), cancellationToken);

    private IQueryable<MembershipRole> RolesOf(long groupId) =>
        context.Set<MembershipRole>().Where(r => context.Set<Membership>().Any(m => m.Id == r.MembershipId && m.PrincipalId == groupId));

    private async Task GiveAsync(string scope, object[] parameters, CancellationToken cancellationToken)
    {
        var missing =
            $"""
            FROM {Sharing}
            INNER JOIN member_roles AS source ON source.membership_id = given.id
            INNER JOIN members AS own ON {IsOwn}
            WHERE {scope}
            AND NOT EXISTS (SELECT 1 FROM member_roles AS held WHERE held.membership_id = own.id AND held.inherited_from_id = source.id)
            """;
        string[] statements =
        [
            $$"""
            INSERT INTO members (principal_id, project_id, created_at, updated_at)
            SELECT joined.user_id, given.project_id, {0}, {0} FROM {{Sharing}}
            WHERE {{scope}} AND NOT EXISTS (SELECT 1 FROM members AS own WHERE {{IsOwn}})
            """,
            $$"""UPDATE members SET updated_at = {0} WHERE id IN (SELECT own.id {{missing}})""",
            $"INSERT INTO member_roles (membership_id, role_id, inherited_from_id) SELECT own.id, source.role_id, source.id {missing}",
        ];
        foreach (var statement in statements)
            await context.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken);
    }

    private async Task TakeAsync(IQueryable<MembershipRole> sources, IQueryable<long> users, CancellationToken cancellationToken)
    {
        var (memberships, now) = (context.Set<Membership>(), Now);
        var theirs = memberships.Where(m => users.Contains(m.PrincipalId));
        var taken = context.Set<MembershipRole>()
            .Where(r => sources.Any(source => source.Id == r.InheritedFromId) && theirs.Any(m => m.Id == r.MembershipId));
        await memberships.Where(m => taken.Any(r => r.MembershipId == m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UpdatedAt, now), cancellationToken);
        await taken.ExecuteDeleteAsync(cancellationToken);
        await theirs.Where(m => !m.Roles.Any()).ExecuteDeleteAsync(cancellationToken);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Groups;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Principals;
using OpenProject.Infrastructure.Memberships;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Groups;

/// <summary>Who is in groups, by statements that name those who come and go, never those who stay.</summary>
internal sealed class GroupMembers(OpenProjectDbContext context, InheritedRoles inherited) : IGroupMembers
{
    private static readonly JsonRows Given = new(("id", "bigint"));

    public async Task SetAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken)
    {
        await inherited.LockAsync(groupId, cancellationToken);
        var present = await Of(groupId).Select(m => m.UserId).ToListAsync(cancellationToken);
        await LeaveAsync(groupId, [.. present.Except(userIds)], cancellationToken);
        await JoinAsync(groupId, [.. userIds.Except(present)], cancellationToken);
    }

    public async Task AddAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken)
    {
        await inherited.LockAsync(groupId, cancellationToken);
        await JoinAsync(groupId, userIds, cancellationToken);
    }

    public async Task RemoveAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken)
    {
        await inherited.LockAsync(groupId, cancellationToken);
        await LeaveAsync(groupId, userIds, cancellationToken);
    }

    private async Task JoinAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken)
    {
        if (userIds.Count == 0)
            return;
        var insert =
            $$"""
            INSERT INTO group_members (group_id, user_id)
            SELECT {0}, joining.id FROM principals AS joining
            WHERE joining.kind = {{PrincipalKind.User:D}} AND joining.id IN (SELECT given.id FROM {{Given.From(context, "{1}")}} AS given)
            AND NOT EXISTS (SELECT 1 FROM group_members AS present WHERE present.group_id = {0} AND present.user_id = joining.id)
            """;
        var joined = await context.Database.ExecuteSqlRawAsync(insert, [groupId, JsonSerializer.Serialize(userIds.Select(id => new { id }))], cancellationToken);
        if (joined == 0)
            return;
        await inherited.NoteChangeAsync(groupId, cancellationToken);
        await inherited.GiveToAsync(groupId, userIds, cancellationToken);
    }

    private async Task LeaveAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken)
    {
        if (userIds.Count == 0)
            return;
        await inherited.TakeFromAsync(groupId, userIds, cancellationToken);
        if (await Of(groupId).Where(m => userIds.Contains(m.UserId)).ExecuteDeleteAsync(cancellationToken) > 0)
            await inherited.NoteChangeAsync(groupId, cancellationToken);
    }

    private IQueryable<GroupMember> Of(long groupId) => context.Set<GroupMember>().Where(m => m.GroupId == groupId);
}

namespace OpenProject.Application.Groups;

/// <summary>
/// Who is in groups, changed by set-based statements in the caller's transaction, with what the users have through the group.
/// What a change costs follows from who comes and goes, not from how many are in the group.
/// </summary>
public interface IGroupMembers
{
    /// <summary>Makes exactly these users the members.</summary>
    Task SetAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken);

    /// <summary>Adds users; those that are members already stay, those that do not exist are left out.</summary>
    Task AddAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken);

    /// <summary>Removes users; those that are no members are left out.</summary>
    Task RemoveAsync(long groupId, IReadOnlyCollection<long> userIds, CancellationToken cancellationToken);
}

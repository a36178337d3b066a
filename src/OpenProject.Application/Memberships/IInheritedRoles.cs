namespace OpenProject.Application.Memberships;

/// <summary>What users have through the membership of a group, given and taken by set-based statements in the caller's transaction.</summary>
public interface IInheritedRoles
{
    /// <summary>Gives all users of the group what its membership gives and they do not have through it yet.</summary>
    Task GiveAsync(long membershipId, CancellationToken cancellationToken);

    /// <summary>Takes from all users of the group what they have through its membership; those who are left without any role are members no more.</summary>
    /// <param name="membershipId">The group's membership.</param>
    /// <param name="kept">The ids of its rows of roles that stay.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task TakeAsync(long membershipId, IReadOnlyCollection<long> kept, CancellationToken cancellationToken);
}

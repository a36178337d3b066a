namespace OpenProject.Application.Users;

/// <summary>Takes users out of everything that refers to them, by set-based statements in the caller's transaction.</summary>
public interface IUserRemoval
{
    /// <summary>
    /// Removes a user with what is only his: keys, memberships, places in groups, favorites. What he wrote or was to do
    /// goes to the builtin deleted user.
    /// </summary>
    Task RemoveAsync(long userId, CancellationToken cancellationToken);
}

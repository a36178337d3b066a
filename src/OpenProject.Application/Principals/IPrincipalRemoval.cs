namespace OpenProject.Application.Principals;

/// <summary>Takes principals out of everything that refers to them, by set-based statements in the caller's transaction.</summary>
public interface IPrincipalRemoval
{
    /// <summary>
    /// Removes a user, group or placeholder with what is only its own: keys, memberships and what others have through them,
    /// places in groups, favorites. What it wrote or was to do goes to the builtin deleted user.
    /// </summary>
    Task RemoveAsync(long id, CancellationToken cancellationToken);

    /// <summary>
    /// The first part of the same, which costs little: nobody sees the user or group any more, it can do nothing, and its names
    /// and addresses are free. What it wrote or was to do is handed over, and the rest done, in the background.
    /// </summary>
    Task RetireAsync(long id, CancellationToken cancellationToken);
}

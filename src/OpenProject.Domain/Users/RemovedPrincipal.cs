namespace OpenProject.Domain.Users;

/// <summary>
/// What is left of a user or group until everything that refers to it has been handed over. It is a kind of user, as it may be
/// the author of things.
/// </summary>
public sealed class RemovedPrincipal : User
{
    /// <summary>What it is called until it is gone.</summary>
    public const string Title = "Deleted user";

    private RemovedPrincipal()
    {
    }
}

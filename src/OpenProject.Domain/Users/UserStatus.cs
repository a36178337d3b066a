namespace OpenProject.Domain.Users;

/// <summary>The state of an account; stored as its number, which filters may use too.</summary>
public enum UserStatus
{
    /// <summary>May sign in.</summary>
    Active = 1,

    /// <summary>Has registered and waits to be activated.</summary>
    Registered = 2,

    /// <summary>Shut out by an administrator.</summary>
    Locked = 3,

    /// <summary>Has an invitation that is not accepted yet.</summary>
    Invited = 4,
}

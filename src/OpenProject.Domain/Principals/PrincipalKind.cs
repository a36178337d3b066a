namespace OpenProject.Domain.Principals;

/// <summary>What a principal is; stored as its number.</summary>
public enum PrincipalKind
{
    /// <summary>A person with an account.</summary>
    User = 1,

    /// <summary>A group of users.</summary>
    Group = 2,

    /// <summary>A stand-in for a person not named yet.</summary>
    PlaceholderUser = 3,

    /// <summary>Builtin: whoever is not signed in.</summary>
    Anonymous = 4,

    /// <summary>Builtin: the server itself.</summary>
    System = 5,

    /// <summary>Builtin: takes over what removed users have done.</summary>
    Deleted = 6,
}

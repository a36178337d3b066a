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

    /// <summary>Builtin: as whom a client of SCIM acts; nobody sees it, and nobody signs in as it.</summary>
    ServiceAccount = 7,

    /// <summary>Was a user or a group; what refers to it is being handed over, then it is gone. Nobody sees it.</summary>
    Removed = 8,
}

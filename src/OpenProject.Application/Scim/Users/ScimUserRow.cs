namespace OpenProject.Application.Scim.Users;

/// <summary>A user, as read.</summary>
public sealed class ScimUserRow : ScimRow
{
    /// <summary>The name to sign in with.</summary>
    public string Login { get; init; } = "";

    /// <summary>First name.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name.</summary>
    public string LastName { get; init; } = "";

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the account is active.</summary>
    public bool Active { get; init; }

    /// <summary>What the provider says is to be shown.</summary>
    public string? ProvidedName { get; init; }

    /// <summary>The groups that the user is in; filled where they are told.</summary>
    public IReadOnlyList<long> Groups { get; set; } = [];
}

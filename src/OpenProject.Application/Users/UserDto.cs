using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>A user, as read.</summary>
public sealed class UserDto : IResourceDto, ICustomizedDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <inheritdoc/>
    public CustomValueSet Custom { get; set; } = CustomValueSet.None;

    /// <summary>A person or one of the builtin users.</summary>
    public PrincipalKind Kind { get; init; }

    /// <summary>The display name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name to sign in with.</summary>
    public string Login { get; init; } = "";

    /// <summary>First name.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name.</summary>
    public string LastName { get; init; } = "";

    /// <summary>E-mail address; builtin users have none.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the address is shown to administrators only.</summary>
    public bool HideEmail { get; init; }

    /// <summary>Whether the user is an administrator.</summary>
    public bool Admin { get; init; }

    /// <summary>The state of the account.</summary>
    public UserStatus Status { get; init; }

    /// <summary>Language code.</summary>
    public string Language { get; init; } = "";

    /// <summary>How an identity provider calls the user.</summary>
    public string? IdentityUrl { get; init; }

    /// <summary>Whether there is a picture of the user.</summary>
    public bool HasAvatar { get; init; }

    /// <summary>When the account was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>Whether a person stands behind it, and not the server itself.</summary>
    public bool IsPerson() => Kind == PrincipalKind.User;
}

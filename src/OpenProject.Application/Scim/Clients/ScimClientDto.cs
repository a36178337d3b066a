namespace OpenProject.Application.Scim.Clients;

/// <summary>A client as administrators see it.</summary>
/// <param name="Id">The client.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Provider">Within which its external ids are unique.</param>
/// <param name="Enabled">Whether it is let in.</param>
/// <param name="OAuthClientId">The client id of its OAuth application; null when it has none.</param>
/// <param name="IdentityUrl">How its provider's tokens name it; null where they do not.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record ScimClientDto(long Id, string Name, string Provider, bool Enabled, string? OAuthClientId, string? IdentityUrl, DateTime CreatedAt)
{
    /// <summary>Whether the settings give it, so that nobody changes it here.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Its tokens, the newest first.</summary>
    public IReadOnlyList<ScimTokenDto> Tokens { get; init; } = [];
}

/// <summary>A token as administrators see it; its text is kept nowhere.</summary>
/// <param name="Id">The token.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">The first moment it no longer works, UTC.</param>
public sealed record ScimTokenDto(long Id, DateTime CreatedAt, DateTime ExpiresAt);

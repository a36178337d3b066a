namespace OpenProject.Application.Scim.Clients;

/// <summary>What an administrator says of a new client.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Provider">The configured OpenID Connect provider that it speaks for; null for one of its own.</param>
/// <param name="Subject">What that provider's tokens for it have as subject; null where none stand for it.</param>
/// <param name="OAuth">Whether it gets tokens by client credentials.</param>
public sealed record ScimClientDraft(string? Name, string? Provider = null, string? Subject = null, bool OAuth = false);

/// <summary>What a new client needs to come in. It is told this once.</summary>
/// <param name="Id">The client.</param>
/// <param name="Token">A token; null where it comes in otherwise.</param>
/// <param name="OAuthClientId">Its OAuth client id.</param>
/// <param name="OAuthClientSecret">Its OAuth client secret.</param>
public sealed record ScimClientSecret(long Id, string? Token, string? OAuthClientId = null, string? OAuthClientSecret = null);

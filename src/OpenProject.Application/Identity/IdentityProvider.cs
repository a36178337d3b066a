namespace OpenProject.Application.Identity;

/// <summary>An OpenID Connect provider whose tokens count here.</summary>
/// <param name="Name">What the installation calls it; identity URLs of users begin with it.</param>
/// <param name="Issuer">What its tokens name as their issuer.</param>
/// <param name="ClientId">What it calls this installation: tokens must be meant for that.</param>
/// <param name="KeysAt">Where it publishes the keys that its tokens are signed with (<c>jwks_uri</c>).</param>
public sealed record IdentityProvider(string Name, string Issuer, string ClientId, Uri KeysAt);

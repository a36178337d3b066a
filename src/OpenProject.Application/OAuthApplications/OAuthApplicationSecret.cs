namespace OpenProject.Application.OAuthApplications;

/// <summary>What a program needs to come as an application. The secret is told this once.</summary>
/// <param name="Id">The application.</param>
/// <param name="ClientId">Its <c>client_id</c>.</param>
/// <param name="Secret">Its <c>client_secret</c>; null when it has none, or goes on with the one it has.</param>
public sealed record OAuthApplicationSecret(long Id, string ClientId, string? Secret);

namespace OpenProject.Application.OAuthApplications;

/// <summary>What is in an access token.</summary>
/// <param name="ClientId">The application that it was given to.</param>
/// <param name="Subject">The id of the user who let it in; the client id again when it came for itself (RFC 9068 section 2.2).</param>
/// <param name="Scopes">What it opens.</param>
/// <param name="Audiences">The resources that it is meant for (RFC 8707).</param>
/// <param name="ExpiresAt">The first moment it no longer works, UTC.</param>
public sealed record OAuthAccessToken(string ClientId, string Subject, IReadOnlyList<string> Scopes, IReadOnlyList<string> Audiences, DateTime ExpiresAt);

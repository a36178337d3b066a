using OpenProject.Application.Common;

namespace OpenProject.Application.OAuthApplications;

/// <summary>What a good access token opens.</summary>
/// <param name="Viewer">For whom it stands; the anonymous viewer when an application comes for itself and acts as nobody.</param>
/// <param name="Scopes">Which APIs.</param>
/// <param name="Audiences">The resources that it is meant for (RFC 8707): absolute addresses.</param>
/// <param name="Application">The name of the application that it was given to.</param>
/// <param name="ExpiresAt">The first moment it no longer works, UTC.</param>
public sealed record OAuthAccess(Viewer Viewer, IReadOnlyList<string> Scopes, IReadOnlyList<string> Audiences, string Application, DateTime ExpiresAt);

using OpenIddict.EntityFrameworkCore.Models;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>An authorization code, access token or refresh token, found by the hash of what the client holds.</summary>
internal sealed class OAuthToken : OpenIddictEntityFrameworkCoreToken<long, OAuthClient, OAuthAuthorization>;

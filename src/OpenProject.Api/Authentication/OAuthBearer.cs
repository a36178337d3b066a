using OpenProject.Api.OAuth;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;

namespace OpenProject.Api.Authentication;

/// <summary>Lets an OAuth access token stand for its user at an API: one that it is meant for, and whose scope it has.</summary>
public sealed class OAuthBearer(OAuthTokenService tokens, ResourceIndicators resources)
{
    /// <summary>The error of RFC 6750 section 3.1 for tokens that are no good.</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The error for good tokens of other APIs.</summary>
    public const string InsufficientScope = "insufficient_scope";

    /// <summary>Who asks, or which error of RFC 6750 answers him. An application that comes for itself and acts as nobody is the anonymous viewer.</summary>
    public async Task<(Viewer? Viewer, string? Error)> AuthenticateAsync(HttpContext http, string token, ProtectedResource api)
    {
        if (await tokens.AuthenticateAsync(token, http.RequestAborted) is not { } access || !resources.Covers(http.Request, access.Audiences, api))
            return (null, InvalidToken);
        return access.Scopes.Contains(api.Scope) ? (access.Viewer, null) : (null, InsufficientScope);
    }
}

using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>The members of a token response that clients of OpenProject find always: the scope, and when the token was made.</summary>
internal static class TokenAnswer
{
    /// <summary>Refresh tokens come without <c>offline_access</c>, which no client of OpenProject asks for.</summary>
    public static void AddRefreshToken(ProcessSignInContext context)
    {
        if (context.EndpointType == OpenIddictServerEndpointType.Token && !context.Request.IsClientCredentialsGrantType())
            (context.GenerateRefreshToken, context.IncludeRefreshToken) = (true, true);
    }

    /// <summary>Completes a response.</summary>
    public static void Complete(ProcessSignInContext context)
    {
        if (context.EndpointType != OpenIddictServerEndpointType.Token || context.AccessTokenPrincipal is not { } token)
            return;
        context.Response.Scope = string.Join(' ', token.GetScopes());
        if (token.GetCreationDate() is { } made && token.GetExpirationDate() is { } end)
        {
            // Counted from when it was made, not from when the answer was written a moment later.
            context.Response.ExpiresIn = (long)Math.Round((end - made).TotalSeconds);
            context.Response.SetParameter("created_at", made.ToUnixTimeSeconds());
        }
    }
}

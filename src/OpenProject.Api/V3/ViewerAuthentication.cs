using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using OpenProject.Api.Authentication;
using OpenProject.Api.OAuth;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3;

/// <summary>
/// Finds out who asks. The kind of credentials decides alone, and credentials that fail end the request, also where
/// none are needed: Basic with the user <c>apikey</c> and an API token as password, an API token or an OAuth access token
/// as bearer. Without any it is the browser's session, or nobody where that is allowed.
/// </summary>
public sealed class ViewerAuthentication(
    RequestDelegate next, SessionAuthentication sessions, IOptions<ApiV3Options> options, IOptions<PublicAddress> address)
{
    private const string BasicUser = "apikey";

    /// <summary>Authenticates the request, or answers 401.</summary>
    public async Task InvokeAsync(HttpContext http, ApiTokenService tokens, CurrentViewer current)
    {
        current.Set(await ViewerOfAsync(http, tokens));
        await next(http);
    }

    private async Task<Viewer> ViewerOfAsync(HttpContext http, ApiTokenService tokens)
    {
        var headers = http.Request.Headers.Authorization;
        if (headers.Count == 0 || (headers.Count == 1 && string.IsNullOrWhiteSpace(headers[0])))
            return await sessions.ViewerOfAsync(http) ?? await AnonymousAsync(http, tokens);
        if (headers.Count > 1 || !AuthenticationHeaderValue.TryParse(headers[0], out var credentials))
            throw Refuse(http, Bearer(http, "invalid_request"), wrongCredentials: true);
        if (credentials.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
            return await BasicAsync(http, credentials.Parameter ?? "", tokens);
        if (credentials.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return await BearerAsync(http, credentials.Parameter ?? "", tokens);
        throw Refuse(http, Bearer(http), wrongCredentials: false);
    }

    private async Task<Viewer> AnonymousAsync(HttpContext http, ApiTokenService tokens)
    {
        var isPublic = http.GetEndpoint()?.Metadata.GetMetadata<AnonymousAttribute>() is not null;
        if (options.Value.LoginRequired && !isPublic)
            throw Refuse(http, Bearer(http), wrongCredentials: false);
        return await tokens.AnonymousAsync(http.RequestAborted);
    }

    private async Task<Viewer> BasicAsync(HttpContext http, string encoded, ApiTokenService tokens)
    {
        var credentials = Decode(encoded);
        var colon = credentials.IndexOf(':', StringComparison.Ordinal);
        if (options.Value.EnableBasicAuth && colon >= 0 && credentials[..colon] == BasicUser
            && await tokens.AuthenticateAsync(credentials[(colon + 1)..], http.RequestAborted) is (Viewer viewer, _))
        {
            return viewer;
        }

        throw Refuse(http, Challenge.Basic, wrongCredentials: true);
    }

    // Which kind a bearer token is shows in how it begins.
    private async Task<Viewer> BearerAsync(HttpContext http, string token, ApiTokenService tokens)
    {
        if (!token.StartsWith(ApiTokenService.Prefix, StringComparison.Ordinal))
            return await OAuthAsync(http, token, tokens);
        var (viewer, failure) = await tokens.AuthenticateAsync(token, http.RequestAborted);
        if (viewer is not null)
            return viewer;
        var description = failure switch
        {
            ApiTokenFailure.UserGone => "The user identified by the token is not known",
            ApiTokenFailure.UserLocked => "The user account is locked",
            _ => null,
        };
        throw Refuse(http, Bearer(http, "invalid_token", description), wrongCredentials: true);
    }

    private async Task<Viewer> OAuthAsync(HttpContext http, string token, ApiTokenService tokens)
    {
        var (viewer, error) = await http.RequestServices.GetRequiredService<OAuthBearer>().AuthenticateAsync(http, token, ProtectedResource.ApiV3);
        if (error == OAuthBearer.InsufficientScope)
        {
            Challenge.Attach(http, Bearer(http, error));
            throw new ProblemException(new Problem.InsufficientScope());
        }

        if (viewer is null)
            throw Refuse(http, Bearer(http, error), wrongCredentials: true);
        return viewer.IsAnonymous ? await AnonymousAsync(http, tokens) : viewer;
    }

    private string Bearer(HttpContext http, string? error = null, string? description = null) =>
        Challenge.Bearer(address.Value.BaseFor(http.Request), ProtectedResource.ApiV3.Scope, error, description);

    private static ProblemException Refuse(HttpContext http, string challenge, bool wrongCredentials)
    {
        Challenge.Attach(http, challenge);
        return new ProblemException(new Problem.Unauthenticated(wrongCredentials));
    }

    private static string Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}

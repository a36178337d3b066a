using System.Text;
using Microsoft.Extensions.Options;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3;

/// <summary>
/// Finds out who asks: the first strategy that applies decides, and one that fails ends the request. Basic with the user
/// <c>apikey</c>, API token as bearer, otherwise anonymous where that is allowed.
/// </summary>
public sealed class ViewerAuthentication(RequestDelegate next, IOptions<ApiV3Options> options)
{
    private const string Realm = "OpenProject API";

    /// <summary>Authenticates the request, or answers 401.</summary>
    public async Task InvokeAsync(HttpContext http, ApiTokenService tokens, CurrentViewer current)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.Length == 0)
            await AnonymousAsync(http, tokens, current);
        else if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            current.Set(await BasicAsync(http, header["Basic ".Length..], tokens));
        else if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            current.Set(await BearerAsync(http, header["Bearer ".Length..].Trim(), tokens));
        else
            throw Refuse(http, BearerChallenge(http), wrongCredentials: false);
        await next(http);
    }

    private async Task AnonymousAsync(HttpContext http, ApiTokenService tokens, CurrentViewer current)
    {
        var isPublic = http.GetEndpoint()?.Metadata.GetMetadata<AnonymousAttribute>() is not null;
        if (options.Value.LoginRequired && !isPublic)
            throw Refuse(http, BearerChallenge(http), wrongCredentials: false);
        current.Set(await tokens.AnonymousAsync(http.RequestAborted));
    }

    private async Task<Viewer> BasicAsync(HttpContext http, string encoded, ApiTokenService tokens)
    {
        const string Challenge = $"Basic realm=\"{Realm}\"";
        var credentials = Decode(encoded);
        var colon = credentials.IndexOf(':', StringComparison.Ordinal);
        if (!options.Value.EnableBasicAuth || colon < 0 || credentials[..colon] != "apikey")
            throw Refuse(http, Challenge, wrongCredentials: true);
        var (viewer, _) = await tokens.AuthenticateAsync(credentials[(colon + 1)..], http.RequestAborted);
        return viewer ?? throw Refuse(http, Challenge, wrongCredentials: true);
    }

    private static async Task<Viewer> BearerAsync(HttpContext http, string token, ApiTokenService tokens)
    {
        var (viewer, failure) = await tokens.AuthenticateAsync(token, http.RequestAborted);
        if (viewer is not null)
            return viewer;
        var description = failure switch
        {
            ApiTokenFailure.UserLocked => "The user account is locked",
            _ => null,
        };
        var challenge = BearerChallenge(http) + ", error=\"invalid_token\"";
        throw Refuse(http, description is null ? challenge : $"{challenge}, error_description=\"{description}\"", wrongCredentials: true);
    }

    private static string BearerChallenge(HttpContext http) =>
        $"Bearer realm=\"{Realm}\", resource_metadata=\"{http.Request.Scheme}://{http.Request.Host}/.well-known/oauth-protected-resource\", scope=\"api_v3\"";

    private static ProblemException Refuse(HttpContext http, string challenge, bool wrongCredentials)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.WWWAuthenticate = challenge;
            return Task.CompletedTask;
        });
        return new ProblemException(new Problem.Unauthenticated(wrongCredentials));
    }

    private static string Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}

/// <summary>Marks endpoints that answer without credentials although a login is required.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnonymousAttribute : Attribute;

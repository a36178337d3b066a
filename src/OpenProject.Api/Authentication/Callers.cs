using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using OpenProject.Api.OAuth;
using OpenProject.Api.V3;
using OpenProject.Application.Common;
using OpenProject.Application.Users;

namespace OpenProject.Api.Authentication;

/// <summary>
/// Recognizes callers by the credentials that an API takes. The first kind that was sent decides alone, and credentials that
/// fail end the request, also where none are needed.
/// </summary>
public sealed class Callers(
    BasicAuthentication basic,
    BearerAuthentication bearer,
    SessionAuthentication sessions,
    BuiltinViewerService builtin,
    IOptions<ApiV3Options> options,
    IOptions<PublicAddress> address)
{
    /// <summary>Who calls.</summary>
    /// <exception cref="ProblemException">Missing or wrong credentials, or good ones of another API; the challenge is attached.</exception>
    public async Task<Viewer> RecognizeAsync(HttpContext http, ProtectedResource api)
    {
        var headers = http.Request.Headers.Authorization;
        if (headers.Count == 0 || (headers.Count == 1 && string.IsNullOrWhiteSpace(headers[0])))
            return await WithoutHeaderAsync(http, api);
        if (headers.Count > 1 || !AuthenticationHeaderValue.TryParse(headers[0], out var credentials))
            throw Refuse(http, api, new BearerResult(null, "invalid_request"));
        var (scheme, parameter) = (credentials.Scheme, credentials.Parameter ?? "");
        if (scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && api.TakesAny(Credentials.Basic))
            return await basic.AuthenticateAsync(parameter, http.RequestAborted) ?? throw Refuse(http, Challenge.Basic, new Problem.Unauthenticated(WrongCredentials: true));
        if (!scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw Missing(http, api);
        return await bearer.AuthenticateAsync(http, parameter, api) switch
        {
            { Viewer: { IsAnonymous: false } viewer } => viewer,
            { Viewer: not null } => await NobodyAsync(http, api),
            var refused => throw Refuse(http, api, refused),
        };
    }

    private async Task<Viewer> WithoutHeaderAsync(HttpContext http, ProtectedResource api) =>
        (api.TakesAny(Credentials.Session) ? await sessions.ViewerOfAsync(http) : null) ?? await NobodyAsync(http, api);

    private async Task<Viewer> NobodyAsync(HttpContext http, ProtectedResource api)
    {
        var isOpen = (api.TakesAny(Credentials.Nobody) && !options.Value.LoginRequired) || http.GetEndpoint()?.Metadata.GetMetadata<AnonymousAttribute>() is not null;
        return isOpen ? await builtin.NobodyAsync(http.RequestAborted) : throw Missing(http, api);
    }

    private ProblemException Missing(HttpContext http, ProtectedResource api) => Refuse(http, Bearer(http, api), new Problem.Unauthenticated());

    private ProblemException Refuse(HttpContext http, ProtectedResource api, BearerResult refused) =>
        Refuse(
            http,
            Bearer(http, api, refused.Error, refused.Description),
            refused.Error == BearerResult.InsufficientScope ? new Problem.InsufficientScope() : new Problem.Unauthenticated(WrongCredentials: true));

    private string Bearer(HttpContext http, ProtectedResource api, string? error = null, string? description = null) =>
        Challenge.Bearer(address.Value.BaseFor(http.Request) + api.MetadataPath, api.Scope, error, description);

    private static ProblemException Refuse(HttpContext http, string challenge, Problem problem)
    {
        Challenge.Attach(http, challenge);
        return new ProblemException(problem);
    }
}

using Microsoft.Extensions.Options;
using OpenProject.Api.OAuth;
using OpenProject.Api.V3;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Identity;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Authentication;

/// <summary>Lets bearer tokens stand for their users. Which kind a token is shows in how it looks.</summary>
public sealed class BearerAuthentication(
    ApiTokenService apiTokens,
    OAuthTokenService oauthTokens,
    ProviderTokenService providerTokens,
    ScimCallerService scimClients,
    ResourceIndicators resources,
    CurrentClient client,
    IOptions<ApiV3Options> options)
{
    private const string UserGone = "The user identified by the token is not known";
    private const string UserLocked = "The user account is locked";

    /// <summary>For whom a token stands at an API, or why it is refused.</summary>
    /// <exception cref="ProblemException">Nobody can tell now: <see cref="Problem.Unavailable"/>.</exception>
    public async Task<BearerResult> AuthenticateAsync(HttpContext http, string token, ProtectedResource api)
    {
        if (token.StartsWith(ApiTokenService.Prefix, StringComparison.Ordinal) && api.TakesAny(Credentials.ApiToken))
            return await ApiTokenAsync(token, http.RequestAborted);
        if (token.StartsWith(ScimClientService.Prefix, StringComparison.Ordinal) && api.TakesAny(Credentials.ScimToken))
            return await scimClients.AuthenticateAsync(token, http.RequestAborted) is { } account ? new BearerResult(account) : BearerResult.Invalid();
        if (api.TakesAny(Credentials.ProviderToken) && await providerTokens.AuthenticateAsync(token, api.Scope, api.ReadingScope, http.RequestAborted) is { } access)
            return ResultOf(access);
        return await OAuthTokenAsync(http, token, api);
    }

    private BearerResult ResultOf(ProviderAccess access)
    {
        client.Is(application: null, access.ReadsOnly);
        return new BearerResult(access.Viewer, access.Viewer is null ? access.LacksScope ? BearerResult.InsufficientScope : BearerResult.InvalidToken : null, access.Refusal);
    }

    private async Task<BearerResult> ApiTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!options.Value.EnableApiTokens)
            return BearerResult.Invalid();
        var (viewer, failure) = await apiTokens.AuthenticateAsync(token, cancellationToken);
        return viewer is not null ? new BearerResult(viewer) : BearerResult.Invalid(failure switch
        {
            ApiTokenFailure.UserGone => UserGone,
            ApiTokenFailure.UserLocked => UserLocked,
            _ => null,
        });
    }

    // Good is one that is meant for the API, and has its scope.
    private async Task<BearerResult> OAuthTokenAsync(HttpContext http, string token, ProtectedResource api)
    {
        if (await oauthTokens.AuthenticateAsync(token, http.RequestAborted) is not { } access || !resources.Covers(http.Request, access.Audiences, api))
            return BearerResult.Invalid();
        var opensAll = access.Scopes.Contains(api.Scope);
        if (!opensAll && (api.ReadingScope is not { } reading || !access.Scopes.Contains(reading)))
            return new BearerResult(null, BearerResult.InsufficientScope);
        client.Is(access.Application, readsOnly: !opensAll);
        return new BearerResult(access.Viewer);
    }
}

using OpenIddict.Abstractions;
using OpenProject.Domain.OAuthApplications;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>
/// What may be asked for: scopes that there are and that the application has (else <c>invalid_scope</c>, RFC 6749 sections
/// 4.1.2.1 and 5.2). OpenIddict would look for them in a table and answer other errors.
/// </summary>
public sealed class ScopeRules(IOpenIddictApplicationManager applications)
    : OpenIddict.Server.IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, OpenIddict.Server.IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    /// <summary>The scopes that a request is about: those it names, or the default one.</summary>
    public static IReadOnlyList<string> Of(OpenIddictRequest request) => request.GetScopes() is { Length: > 0 } named ? named : [OAuthScope.Default];

    /// <inheritdoc/>
    public async ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (await RefusalAsync(context.ClientId, Of(context.Request)) is { } refusal)
            context.Reject(OAuthErrors.InvalidScope, refusal);
    }

    /// <inheritdoc/>
    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (context.Request.IsAuthorizationCodeGrantType())
            return;
        var refresh = context.Request.IsRefreshTokenGrantType();
        var wanted = refresh ? context.Request.GetScopes() : Of(context.Request);
        if (await RefusalAsync(context.ClientId, wanted) is { } refusal)
            context.Reject(OAuthErrors.InvalidScope, refusal);
        else if (refresh && context.RefreshTokenPrincipal is { } granted && wanted.Except(granted.GetScopes()).FirstOrDefault() is { } wider)
            context.Reject(OAuthErrors.InvalidScope, $"The scope '{wider}' was not granted.");
    }

    private async Task<string?> RefusalAsync(string? clientId, IEnumerable<string> wanted)
    {
        var client = await applications.FindByClientIdAsync(clientId ?? "") ?? throw new InvalidOperationException("The client was found before and is gone.");
        foreach (var scope in wanted)
        {
            if (!OAuthScope.Exists(scope))
                return "There is no such scope.";
            if (!await MayAskAsync(client, scope) && !(OAuthScope.WholeOf(scope) is { } whole && await MayAskAsync(client, whole)))
                return $"The application may not ask for the scope '{scope}'.";
        }

        return null;
    }

    private ValueTask<bool> MayAskAsync(object client, string scope) => applications.HasPermissionAsync(client, Permissions.Prefixes.Scope + scope);
}

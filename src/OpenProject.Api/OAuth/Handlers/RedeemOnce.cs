using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>
/// A refresh token is good for one exchange, also when several come at the same moment: whoever redeems its row first
/// wins. OpenIddict tries the same and goes on when it fails.
/// </summary>
public sealed class RedeemOnce(IOpenIddictTokenManager tokens) : IOpenIddictServerHandler<ProcessSignInContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType != OpenIddictServerEndpointType.Token || !context.Request.IsRefreshTokenGrantType())
            return;
        var authentication = context.Transaction.GetProperty<ProcessAuthenticationContext>(typeof(ProcessAuthenticationContext).FullName!);
        var token = authentication?.RefreshTokenPrincipal?.GetTokenId() is { } id ? await tokens.FindByIdAsync(id) : null;
        if (token is null || !await tokens.HasStatusAsync(token, Statuses.Valid) || !await tokens.TryRedeemAsync(token))
            context.Reject(OAuthErrors.InvalidGrant, "The refresh token has already been used.");
    }
}

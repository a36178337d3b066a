using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>Who gives up one token of a sign-in gives up all of it (RFC 7009 section 2.1): access and refresh tokens, also the older ones.</summary>
public sealed class RevokeChain(IOpenIddictAuthorizationManager authorizations, IOpenIddictTokenManager tokens) : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (context.GenericTokenPrincipal?.GetAuthorizationId() is not { } id)
            return;
        if (await authorizations.FindByIdAsync(id) is { } authorization)
            await authorizations.TryRevokeAsync(authorization);
        await tokens.RevokeByAuthorizationIdAsync(id);
    }
}

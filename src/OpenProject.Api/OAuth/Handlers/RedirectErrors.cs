using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>
/// Sends errors of authorization requests back to the application (RFC 6749 section 4.1.2.1) once it and its redirect URI are
/// known to be good. OpenIddict shows all of them to the person.
/// </summary>
public sealed class RedirectErrors(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (context.Error is null || context.RedirectUri is not null || context.Request is not { ClientId: { Length: > 0 } clientId } request)
            return;
        if (await applications.FindByClientIdAsync(clientId) is not { } client || !await applications.HasPermissionAsync(client, Permissions.Endpoints.Authorization))
            return;
        if (await TargetAsync(client, request.RedirectUri) is { } target)
            (context.RedirectUri, context.ResponseMode) = (target, ResponseModes.Query);
    }

    private async Task<string?> TargetAsync(object client, string? asked)
    {
        if (!string.IsNullOrEmpty(asked))
            return await applications.ValidateRedirectUriAsync(client, asked) ? asked : null;
        return await applications.GetRedirectUrisAsync(client) is [var only] ? only : null;
    }
}

using System.Collections.Immutable;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>
/// What a token may be wanted for (RFC 8707): resources of ours, and at the token endpoint none that the person was not
/// asked about; else <c>invalid_target</c>. OpenIddict would want every resource registered with a final slash.
/// </summary>
public sealed class ResourceRules(ResourceIndicators resources)
    : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidateTokenRequestContext>, IOpenIddictServerHandler<ProcessSignInContext>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (Named(context) is null)
            context.Reject(OAuthErrors.InvalidTarget, "There is no such resource.");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var granted = (context.AuthorizationCodePrincipal ?? context.RefreshTokenPrincipal)?.GetResources();
        var named = Named(context);
        if (named is null)
            context.Reject(OAuthErrors.InvalidTarget, "There is no such resource.");
        else if (granted is { } known && !known.Contains(resources.WholeOf(context.Transaction.GetHttpRequest()!)) && named.Except(known).Any())
            context.Reject(OAuthErrors.InvalidTarget, "The resource was not granted.");
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes an access token for what was granted, or for less when the client asks for less.</summary>
    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType == OpenIddictServerEndpointType.Token && Named(context) is { Count: > 0 } named)
            context.AccessTokenPrincipal?.SetAudiences(named.ToImmutableArray());
        return ValueTask.CompletedTask;
    }

    /// <summary>The resources that a request is about, as they are printed; null when one of them is none of ours.</summary>
    private List<string>? Named(BaseRequestContext context)
    {
        var request = context.Transaction.GetHttpRequest()!;
        List<string?> named = [.. context.Transaction.Request!.GetResources().Select(resource => resources.Find(request, resource))];
        return named.Contains(null) ? null : [.. named.OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}

using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using OpenProject.Api.Errors;
using OpenProject.Api.WellKnown;
using OpenProject.Application.OAuthApplications;
using static OpenIddict.Abstractions.OpenIddictConstants;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.OAuth;

/// <summary>The token endpoint (RFC 6749 section 3.2), after OpenIddict has found client and grant to be good.</summary>
[ApiArea(ApiArea.OAuth)]
[ExactPath]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class TokenController(OAuthTokenService tokens, ResourceIndicators resources) : ControllerBase
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    /// <summary>Gives an access token, and but for client credentials a refresh token.</summary>
    [HttpPost(OAuthEndpoints.Token)]
    public async Task<IActionResult> Exchange()
    {
        var request = HttpContext.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict has not seen the request.");
        if (request.IsClientCredentialsGrantType())
            return SignIn(OAuthPrincipal.Of(request.ClientId!, request, resources, Request), Scheme);

        var granted = (await HttpContext.AuthenticateAsync(Scheme)).Principal ?? throw new InvalidOperationException("OpenIddict has let a request without grant pass.");

        // A refresh token, which has no end, would take over that of the code.
        granted.SetExpirationDate((DateTimeOffset?)null);
        return await tokens.MayActAsync(granted.GetClaim(Claims.Subject), HttpContext.RequestAborted)
            ? SignIn(granted, Scheme)
            : OAuthRefusal.Of(OAuthErrors.InvalidGrant, "The user who let the application in is no longer active.");
    }
}

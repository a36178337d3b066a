using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using OpenProject.Api.OAuth.Handlers;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace OpenProject.Api.OAuth;

/// <summary>What OpenIddict makes codes and tokens of.</summary>
internal static class OAuthPrincipal
{
    /// <summary>
    /// For whom, with the scopes and resources that the request is about. There always is a resource: to OpenIddict a token
    /// that is meant for nobody in particular is anybody's to revoke and to look into.
    /// </summary>
    /// <param name="subject">The id of a user, or the client id of an application that comes for itself.</param>
    /// <param name="asked">The request, found to be good.</param>
    /// <param name="resources">The resources that there are.</param>
    /// <param name="http">The same request as HTTP.</param>
    public static ClaimsPrincipal Of(string subject, OpenIddictRequest asked, ResourceIndicators resources, HttpRequest http)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, subject);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(ScopeRules.Of(asked));
        var named = asked.GetResources().Select(resource => resources.Find(http, resource)!).Distinct(StringComparer.Ordinal).ToArray();
        principal.SetResources(named.Length > 0 ? named : [resources.WholeOf(http)]);
        return principal;
    }
}

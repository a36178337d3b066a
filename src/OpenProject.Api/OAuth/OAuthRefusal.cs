using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Server.AspNetCore;

namespace OpenProject.Api.OAuth;

/// <summary>Lets OpenIddict answer an error in the way of the endpoint: as JSON, or by sending the person back.</summary>
internal static class OAuthRefusal
{
    /// <summary>The result of an action.</summary>
    /// <param name="error">The code, of RFC 6749 or its kin.</param>
    /// <param name="description">A sentence for developers.</param>
    public static ForbidResult Of(string error, string description) => new(
        OpenIddictServerAspNetCoreDefaults.AuthenticationScheme,
        new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }));
}

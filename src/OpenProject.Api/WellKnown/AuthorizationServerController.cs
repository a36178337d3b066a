using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.OAuth;
using OpenProject.Application.Common;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Api.WellKnown;

/// <summary>Where and how access tokens are given (RFC 8414).</summary>
[Route(".well-known/oauth-authorization-server")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class AuthorizationServerController(IOptions<PublicAddress> address) : WellKnownController
{
    private const string Manual = "https://www.openproject.org/docs/system-admin-guide/authentication/oauth-applications/";

    private static readonly string[] WithSecret = ["client_secret_basic", "client_secret_post"];
    private static readonly string[] AlsoWithout = [.. WithSecret, "none"];

    /// <summary>The document.</summary>
    [HttpGet]
    [HttpHead]
    public FileContentResult Show()
    {
        var issuer = address.Value.BaseFor(Request);
        return Document(
            new AuthorizationServerMetadata(
                Issuer: issuer,
                AuthorizationEndpoint: issuer + OAuthEndpoints.Authorize,
                TokenEndpoint: issuer + OAuthEndpoints.Token,
                IntrospectionEndpoint: issuer + OAuthEndpoints.Introspect,
                ScopesSupported: OAuthScope.All,
                ResponseTypesSupported: ["code"],
                GrantTypesSupported: ["authorization_code", "client_credentials", "refresh_token"],
                ServiceDocumentation: Manual,
                RevocationEndpoint: issuer + OAuthEndpoints.Revoke,
                ResponseModesSupported: ["query"],
                TokenEndpointAuthMethodsSupported: AlsoWithout,
                RevocationEndpointAuthMethodsSupported: AlsoWithout,
                IntrospectionEndpointAuthMethodsSupported: WithSecret,
                CodeChallengeMethodsSupported: ["S256"],
                AuthorizationResponseIssParameterSupported: true),
            WellKnownJsonContext.Default.AuthorizationServerMetadata);
    }

    /// <summary>The same, where section 3.1 puts it for an issuer with a path.</summary>
    /// <exception cref="ProblemException">The issuer has no path, or another.</exception>
    [HttpGet("{**path}")]
    [HttpHead("{**path}")]
    public FileContentResult ShowForPath(string path)
    {
        RequireIssuerAt(path);
        return Show();
    }

    /// <summary>What may be asked there.</summary>
    /// <exception cref="ProblemException">The issuer has no path, or another.</exception>
    [HttpOptions("{**path}")]
    public NoContentResult OptionsForPath(string path)
    {
        RequireIssuerAt(path);
        return Options();
    }

    private void RequireIssuerAt(string path)
    {
        if (address.Value.Prefix != "/" + path)
            throw new ProblemException(new Problem.NotFound());
    }
}

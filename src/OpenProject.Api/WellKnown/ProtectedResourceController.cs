using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.OAuth;
using OpenProject.Api.V3;
using OpenProject.Application.Common;
using OpenProject.Application.Identity;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Api.WellKnown;

/// <summary>
/// Who gives the tokens that open the APIs (RFC 9728): one document for the installation, and one for each API where section 3.1
/// puts it, for clients that insist on being told about the very address they call.
/// </summary>
[Route(".well-known/oauth-protected-resource")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ProtectedResourceController(
    IOptions<PublicAddress> address, IOptions<ApiV3Options> options, IdentityProviders providers) : WellKnownController
{
    private const string Manual = "https://www.openproject.org/docs/api/";

    /// <summary>The installation as a whole.</summary>
    [HttpGet]
    [HttpHead]
    public FileContentResult Show() => Describe("", OAuthScope.All);

    // The scopes of one API are what clients ask for that were not told better: the usual one, not what is a part of it.
    /// <summary>One API; or the installation, where it lies under a path of its host.</summary>
    /// <exception cref="ProblemException">Nothing lies there.</exception>
    [HttpGet("{**path}")]
    [HttpHead("{**path}")]
    public FileContentResult ShowForPath(string path) => Find(path) is { } api ? Describe(api.Path, [api.Scope]) : Show();

    /// <summary>What may be asked there.</summary>
    /// <exception cref="ProblemException">Nothing lies there.</exception>
    [HttpOptions("{**path}")]
    public NoContentResult OptionsForPath(string path)
    {
        Find(path);
        return Options();
    }

    // Null for the installation itself.
    private ProtectedResource? Find(string path)
    {
        var prefix = address.Value.Prefix.Value ?? "";
        if (prefix.Length > 0 && "/" + path == prefix)
            return null;
        return ProtectedResource.All.FirstOrDefault(api => "/" + path == api.Path || "/" + path == prefix + api.Path)
            ?? throw new ProblemException(new Problem.NotFound());
    }

    private FileContentResult Describe(string path, IReadOnlyList<string> scopes)
    {
        var server = address.Value.BaseFor(Request);
        return Document(
            new ProtectedResourceMetadata(
                Resource: server + path,
                ResourceName: options.Value.InstanceName,
                AuthorizationServers: [.. providers.All.Select(provider => provider.Issuer), server],
                ScopesSupported: scopes,
                BearerMethodsSupported: ["header"],
                ResourceDocumentation: Manual),
            WellKnownJsonContext.Default.ProtectedResourceMetadata);
    }
}

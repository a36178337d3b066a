using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Api.OAuth;

/// <summary>
/// An API that access tokens open (a protected resource, RFC 9728 section 1.2). Its endpoints are authenticated by
/// declaring its area (<see cref="ApiAreaAttribute"/>), and by nothing else.
/// </summary>
/// <param name="Area">How its endpoints are known, and its errors written.</param>
/// <param name="Path">Where it lies, below the public address.</param>
/// <param name="Scope">The scope that opens it.</param>
/// <param name="Takes">The credentials that it takes.</param>
public sealed record ProtectedResource(ApiArea Area, string Path, string Scope, Credentials Takes)
{
    private const string MetadataRoot = "/.well-known/oauth-protected-resource";
    private const Credentials Bearers = Credentials.ApiToken | Credentials.OAuthToken | Credentials.ProviderToken;

    /// <summary>API v3.</summary>
    public static readonly ProtectedResource ApiV3 = new(
        ApiArea.V3, "/api/v3", OAuthScope.ApiV3, Bearers | Credentials.Basic | Credentials.Session | Credentials.Nobody);

    /// <summary>SCIM 2.0.</summary>
    public static readonly ProtectedResource Scim = new(ApiArea.Scim, "/scim_v2", OAuthScope.Scim, Credentials.ScimToken | Credentials.OAuthToken | Credentials.ProviderToken);

    /// <summary>The Model Context Protocol; no sessions, so that a page in a browser has nothing to ride on.</summary>
    public static readonly ProtectedResource Mcp = new(ApiArea.Mcp, "/mcp", OAuthScope.Mcp, Bearers | Credentials.Basic) { ReadingScope = OAuthScope.McpRead };

    /// <summary>BCF API 2.1.</summary>
    public static readonly ProtectedResource Bcf = new(ApiArea.Bcf, "/api/bcf/2.1", OAuthScope.Bcf, Credentials.OAuthToken | Credentials.Basic | Credentials.Session);

    /// <summary>A scope that opens it for reading alone; null for none.</summary>
    public string? ReadingScope { get; init; }

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ProtectedResource> All = [ApiV3, Scim, Mcp, Bcf];

    /// <summary>The API that an endpoint belongs to; null when it belongs to none that credentials open.</summary>
    public static ProtectedResource? Of(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ApiAreaAttribute>()?.Area switch
        {
            ApiArea.V3 => ApiV3,
            ApiArea.Scim => Scim,
            ApiArea.Mcp => Mcp,
            ApiArea.Bcf => Bcf,
            _ => null,
        };

    /// <summary>
    /// Where its metadata is, below the public address (RFC 9728 section 3.1). MCP's clients insist on a document about the very
    /// address that they call; the others are told of the one for the installation, as by OpenProject.
    /// </summary>
    public string MetadataPath => Area == ApiArea.Mcp ? MetadataRoot + Path : MetadataRoot;

    /// <summary>Whether it takes credentials of a kind.</summary>
    public bool TakesAny(Credentials kind) => (Takes & kind) != Credentials.None;
}

using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Api.OAuth;

/// <summary>An API that access tokens open (a protected resource, RFC 9728 section 1.2).</summary>
/// <param name="Path">Where it lies, below the public address.</param>
/// <param name="Scope">The scope that opens it.</param>
public sealed record ProtectedResource(string Path, string Scope)
{
    /// <summary>API v3.</summary>
    public static readonly ProtectedResource ApiV3 = new("/api/v3", OAuthScope.ApiV3);

    /// <summary>SCIM 2.0.</summary>
    public static readonly ProtectedResource Scim = new("/scim_v2", OAuthScope.Scim);

    /// <summary>The Model Context Protocol.</summary>
    public static readonly ProtectedResource Mcp = new("/mcp", OAuthScope.Mcp);

    /// <summary>BCF API 2.1.</summary>
    public static readonly ProtectedResource Bcf = new("/api/bcf/2.1", OAuthScope.Bcf);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ProtectedResource> All = [ApiV3, Scim, Mcp, Bcf];
}

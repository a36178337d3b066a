using System.Collections.Frozen;

namespace OpenProject.Domain.OAuthApplications;

/// <summary>What an access token opens: one API each, or a part of one.</summary>
public static class OAuthScope
{
    /// <summary>API v3.</summary>
    public const string ApiV3 = "api_v3";

    /// <summary>SCIM 2.0.</summary>
    public const string Scim = "scim_v2";

    /// <summary>The Model Context Protocol.</summary>
    public const string Mcp = "mcp";

    /// <summary>The Model Context Protocol, without what changes anything.</summary>
    public const string McpRead = "mcp:read";

    /// <summary>BCF API 2.1.</summary>
    public const string Bcf = "bcf_v2_1";

    /// <summary>Longest name of a scope.</summary>
    public const int NameLimit = 50;

    /// <summary>What is meant when a request names none.</summary>
    public const string Default = ApiV3;

    /// <summary>All of them, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<string> All = [ApiV3, Scim, Mcp, McpRead, Bcf];

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The scope that a scope is a part of, so that who may have that may have this; null when it is none's.</summary>
    public static string? WholeOf(string name) => name == McpRead ? Mcp : null;

    /// <summary>Whether there is such a scope; names are compared by their bytes.</summary>
    public static bool Exists(string name) => Known.Contains(name);
}

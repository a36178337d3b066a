using System.Collections.Frozen;

namespace OpenProject.Domain.OAuthApplications;

/// <summary>What an access token opens: one API each.</summary>
public static class OAuthScope
{
    /// <summary>API v3.</summary>
    public const string ApiV3 = "api_v3";

    /// <summary>SCIM 2.0.</summary>
    public const string Scim = "scim_v2";

    /// <summary>The Model Context Protocol.</summary>
    public const string Mcp = "mcp";

    /// <summary>BCF API 2.1.</summary>
    public const string Bcf = "bcf_v2_1";

    /// <summary>Longest name of a scope.</summary>
    public const int NameLimit = 50;

    /// <summary>What is meant when a request names none.</summary>
    public const string Default = ApiV3;

    /// <summary>All of them, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<string> All = [ApiV3, Scim, Mcp, Bcf];

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether there is such a scope; names are compared by their bytes.</summary>
    public static bool Exists(string name) => Known.Contains(name);
}

using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Api.OAuth;

/// <summary>What a scope lets an application do, as people are told.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Description">In a sentence.</param>
public sealed record ScopeText(string Title, string Description)
{
    private static readonly Dictionary<string, ScopeText> Texts = new(StringComparer.Ordinal)
    {
        [OAuthScope.ApiV3] = new("Full API v3 access", "Read and change everything that you can: projects, work packages, and whatever else you see."),
        [OAuthScope.Scim] = new("SCIM access", "Read and manage users and groups, as far as you can."),
        [OAuthScope.Mcp] = new("MCP access", "Let an assistant look up and change what you can, by the Model Context Protocol."),
        [OAuthScope.McpRead] = new("MCP access, reading only", "Let an assistant look up what you can, and change nothing, by the Model Context Protocol."),
        [OAuthScope.Bcf] = new("BCF API access", "Read and change the topics, comments and viewpoints of building models that you see."),
    };

    /// <summary>The text of a scope.</summary>
    public static ScopeText Of(string scope) => Texts.GetValueOrDefault(scope) ?? new ScopeText(scope, "");
}

using System.Collections.Frozen;
using OpenProject.Domain.Mcp;

namespace OpenProject.Application.Mcp;

/// <summary>What was decided about the parts of the MCP server.</summary>
/// <param name="decided">The switches.</param>
public sealed class McpSwitches(IEnumerable<McpSwitch> decided)
{
    /// <summary>The identifier of the server itself.</summary>
    public const string Server = "mcp_server";

    private readonly FrozenDictionary<string, McpSwitch> byIdentifier = decided.ToFrozenDictionary(part => part.Identifier, StringComparer.Ordinal);

    /// <summary>The identifier of a tool.</summary>
    public static string Tool(string name) => "tools/" + name;

    /// <summary>The identifier of a resource.</summary>
    public static string Resource(string name) => "resources/" + name;

    /// <summary>The identifier of a prompt.</summary>
    public static string Prompt(string name) => "prompts/" + name;

    /// <summary>The identifier of a set of tools.</summary>
    public static string Toolset(string name) => "toolsets/" + name;

    /// <summary>Whether a part is there.</summary>
    /// <param name="identifier">The part.</param>
    /// <param name="unlessDecided">Whether it is while nothing was decided about it.</param>
    public bool IsOn(string identifier, bool unlessDecided = true) => byIdentifier.TryGetValue(identifier, out var part) ? part.Enabled : unlessDecided;

    /// <summary>The title that a part was given; null when it has its own.</summary>
    public string? TitleOf(string identifier) => byIdentifier.GetValueOrDefault(identifier)?.Title;

    /// <summary>The description that a part was given; null when it has its own.</summary>
    public string? DescriptionOf(string identifier) => byIdentifier.GetValueOrDefault(identifier)?.Description;
}

using OpenProject.Application.Common;

namespace OpenProject.Application.Mcp;

/// <summary>The switches of the MCP server, for a second at the longest: every request asks for them.</summary>
public sealed class McpSwitchMemory(IChangeSignal signal, TimeProvider clock)
{
    internal ShortMemory<int, McpSwitches> Known { get; } = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), most: 1);
}

using ModelContextProtocol.Protocol;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>A tool and what lists tell of it.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Description">What lists tell.</param>
internal sealed record ListedTool(DeclaredTool Tool, Tool Description);

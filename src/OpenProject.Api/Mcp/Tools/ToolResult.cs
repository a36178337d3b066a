using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>What a tool answers: how its JSON is written, once all that it needs has been loaded.</summary>
/// <param name="Write">Writes one object.</param>
/// <param name="IsList">Whether it is a list, in which texts are cleaned of signs that only mislead.</param>
internal sealed record ToolResult(Action<Utf8JsonWriter, ResultScope> Write, bool IsList = false)
{
    /// <summary>What is shown beside the JSON: an image.</summary>
    public IReadOnlyList<ContentBlock> Beside { get; init; } = [];
}

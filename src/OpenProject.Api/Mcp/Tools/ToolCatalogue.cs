using System.Collections.Frozen;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using OpenProject.Api.Hal;
using OpenProject.Api.Mcp.Tools.Sets;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>All tools, with what lists tell of them made once.</summary>
internal sealed class ToolCatalogue
{
    private readonly FrozenDictionary<string, ListedTool> byName;

    /// <summary>Puts them in order: those that OpenProject has, then ours, by name.</summary>
    public ToolCatalogue(ResourceRegistry registry)
    {
        All = [.. Declared().OrderBy(t => !t.IsPublished).ThenBy(t => t.Name, StringComparer.Ordinal).Select(Completed).Select(t => ListedTool.Of(t, Describe(t, registry)))];
        byName = All.ToFrozenDictionary(t => t.Tool.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ListedTool> All { get; }

    /// <summary>The tool of that name; null when there is none.</summary>
    public ListedTool? Find(string name) => byName.GetValueOrDefault(name);

    private static IEnumerable<DeclaredTool> Declared() =>
    [
        .. PeopleTools.All, .. WorkspaceTools.All, .. WorkPackageTools.All, .. WorkPackageReadTools.All, .. WorkPackageBulkTools.All, .. WatcherTools.All,
        .. CommentTools.All, .. RelationTools.All, .. TimeEntryTools.All, .. TermTools.All, .. ResolveTool.All(), SearchTool.Declared, .. Toolsets.All,
    ];

    private static DeclaredTool Completed(DeclaredTool tool)
    {
        if (tool.CanKeepQuiet)
            tool = tool with { Arguments = [.. tool.Arguments, DeclaredTool.Notify] };
        return tool.Writes ? tool with { Arguments = [.. tool.Arguments, DeclaredTool.IdempotencyKey] } : tool;
    }

    private static Tool Describe(DeclaredTool tool, ResourceRegistry registry) => new()
    {
        Name = tool.Name,
        Title = tool.Title,
        Description = tool.Description,
        InputSchema = Element(json => WriteInput(json, tool)),
        OutputSchema = Element(json => tool.Output.Write(json, registry)),
        Annotations = new ToolAnnotations
        {
            ReadOnlyHint = tool.Kind == ToolKind.Reads,
            DestructiveHint = tool.Kind == ToolKind.Removes,
            IdempotentHint = tool.Kind != ToolKind.Creates,
            OpenWorldHint = false,
        },
    };

    private static void WriteInput(Utf8JsonWriter json, DeclaredTool tool)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var argument in tool.Arguments)
            argument.WriteSchema(json);
        json.WriteEndObject();
        if (tool.Arguments.Any(a => a.IsRequired))
        {
            json.WriteStartArray("required");
            foreach (var argument in tool.Arguments.Where(a => a.IsRequired))
                json.WriteStringValue(argument.Name);
            json.WriteEndArray();
        }

        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static JsonElement Element(Action<Utf8JsonWriter> write)
    {
        using var buffer = new HalBuffer();
        write(buffer.Json);
        buffer.Json.Flush();
        return JsonElement.Parse(buffer.Written.Span);
    }
}

using System.Collections.Frozen;
using System.Text.Json;
using OpenProject.Application.Grids;
using OpenProject.Application.Queries;
using OpenProject.Application.SavedQueries;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools about boards and their lists.</summary>
internal static class BoardTools
{
    // Where a client draws the widgets, and what it keeps with them, is nothing to an agent: lists tell what they are.
    private static readonly IReadOnlySet<string> Condensed = new[] { "_type", "id", "name", "createdAt", "updatedAt", "self", "scope" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Argument<long> Id = Arguments.Id("id", "The board, of list_boards.").Required();
    private static readonly Argument<string> Project = Arguments.Key("project", "Only those of this project: its id or identifier.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "list_boards", "List boards", "Boards that you may see, to learn their ids.", 40, [], [Project],
            (call, query) => call.Get<GridService>().ListBoardsAsync(call.Of(Project), query, call.Cancelled), _ => Condensed),
        new DeclaredTool(
            "get_board", "Get board", "A board: its lists, each with the filters that query_work_packages takes for what is on it. A list that is hidden has a query you may not see.", ToolKind.Reads, [Id],
            ToolOutput.OneWith(typeof(GridDto), ("type", "string"), ("attribute", "string"), ("lists", "array")), GetAsync),
    ];

    private static async Task<ToolResult> GetAsync(ToolCall call)
    {
        var (board, queries) = await call.Get<GridService>().FindBoardAsync(call.Of(Id), call.Cancelled);
        return new ToolResult((json, scope) =>
        {
            json.WriteStartObject();
            scope.WriteSelected(json, board, Condensed);
            WriteKind(json, board.Dto.Options);
            json.WriteStartArray("lists");
            foreach (var list in board.Dto.Widgets.Items.OrderBy(w => w.StartRow).ThenBy(w => w.StartColumn))
                Write(json, BoardLists.QueryOf(list), queries);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    // What a client keeps there may be anything; boards of OpenProject keep two words.
    private static void WriteKind(Utf8JsonWriter json, string options)
    {
        using var kept = JsonDocument.Parse(options);
        foreach (var name in new[] { "type", "attribute" })
        {
            if (kept.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                json.WriteString(name, value.GetString());
        }
    }

    private static void Write(Utf8JsonWriter json, long? queryId, IReadOnlyDictionary<long, SavedQueryDto> queries)
    {
        json.WriteStartObject();
        if (queryId is { } id)
            json.WriteNumber("query_id", id);
        if (queryId is not null && queries.TryGetValue(queryId.Value, out var query))
        {
            json.WriteString("name", query.Name);
            if (query.ProjectId is { } projectId)
                json.WriteNumber("project_id", projectId);
            json.WriteStartArray("filters");
            foreach (var filter in query.Filters.Items)
                Write(json, filter);
            json.WriteEndArray();
        }
        else
        {
            json.WriteBoolean("hidden", true);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FilterInstance filter)
    {
        json.WriteStartObject();
        json.WriteStartObject(filter.Name);
        json.WriteString("operator", filter.Operator);
        json.WriteStartArray("values");
        foreach (var value in filter.Values)
            json.WriteStringValue(value);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

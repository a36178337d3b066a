using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Statuses;
using OpenProject.Application.Types;
using OpenProject.Application.Users;
using OpenProject.Application.Versions;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>The tool that finds what names mean, several at once. Each name is one search, so there are only so many.</summary>
internal static class ResolveTool
{
    private const int MostNames = 20;
    private const int MostMatches = 5;

    private static readonly IReadOnlyList<Kind> Kinds =
    [
        new("users", "People, by parts of their names.", async (call, name) => Of(await call.Get<UserService>().ListVisibleAsync(Query("users", "name", "~", name), call.Cancelled), u => u.Name)),
        new("projects", "Projects, programs and portfolios, by parts of names or identifiers.", async (call, name) =>
            Of(await call.Get<ProjectService>().ListAsync(Query("projects", "typeahead", "**", name), kind: null, call.Cancelled), p => p.Name)),
        new("versions", "Versions, by parts of their names.", async (call, name) => Of(await call.Get<VersionService>().ListAsync(Query("versions", "name", "~", name), call.Cancelled), v => v.Name)),
        new("types", "Types of work packages.", async (call, name) => Among(await call.Get<TypeService>().ListAsync(All("types"), call.Cancelled), t => t.Name, name)),
        new("statuses", "Statuses of work packages.", async (call, name) => Among(await call.Get<StatusService>().ListAsync(All("statuses"), call.Cancelled), s => s.Name, name)),
    ];

    /// <summary>The tool.</summary>
    public static IReadOnlyList<DeclaredTool> All() =>
    [
        new DeclaredTool(
            "resolve", "Find ids by names", "Finds the ids of several things at once by their names; for each name what it may mean, what is called exactly so first.", ToolKind.Reads,
            [.. Kinds.Select(k => k.Names)], ToolOutput.Arrays([.. Kinds.Select(k => k.Name)]), RunAsync),
    ];

    private static async Task<ToolResult> RunAsync(ToolCall call)
    {
        var wanted = Kinds.Where(k => call.Has(k.Names)).Select(k => (Kind: k, Names: call.Of(k.Names)!)).ToList();
        if (wanted.Sum(w => w.Names.Count) > MostNames)
            throw new ProblemException(new Problem.BadRequest($"Give at most {MostNames} names in all."));
        var found = new List<(string Kind, string Name, IReadOnlyList<(long Id, string Name)> Matches)>();
        foreach (var (kind, names) in wanted)
        {
            foreach (var name in names)
                found.Add((kind.Name, name, name.Trim().Length == 0 ? [] : await kind.FindAsync(call, name.Trim())));
        }

        return new ToolResult((json, _) => Write(json, found), IsList: true);
    }

    private static void Write(Utf8JsonWriter json, List<(string Kind, string Name, IReadOnlyList<(long Id, string Name)> Matches)> found)
    {
        json.WriteStartObject();
        foreach (var kind in found.GroupBy(f => f.Kind))
        {
            json.WriteStartArray(kind.Key);
            foreach (var (_, name, matches) in kind)
            {
                json.WriteStartObject();
                json.WriteString("query", name);
                json.WriteStartArray("matches");
                foreach (var match in matches.OrderBy(m => !m.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(MostMatches))
                {
                    json.WriteStartObject();
                    json.WriteNumber("id", match.Id);
                    json.WriteString("name", match.Name);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // An exact name may come late in the order, so that some more are read than are told.
    private static CollectionQuery Query(string kind, string filter, string @operator, string name) =>
        new CollectionQuery { Path = "/mcp/resolve/" + kind, PageSize = MostNames }.Filtered(new FilterClause(filter, @operator, [name]));

    private static CollectionQuery All(string kind) => new() { Path = "/mcp/resolve/" + kind };

    private static IReadOnlyList<(long Id, string Name)> Of<TDto>(Page<TDto> page, Func<TDto, string> nameOf)
        where TDto : class, IResourceDto =>
        [.. page.Items.Select(item => (item.Id, nameOf(item)))];

    private static IReadOnlyList<(long Id, string Name)> Among<TDto>(Page<TDto> page, Func<TDto, string> nameOf, string name)
        where TDto : class, IResourceDto =>
        [.. Of(page, nameOf).Where(item => item.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];

    private sealed class Kind(string name, string description, Func<ToolCall, string, Task<IReadOnlyList<(long Id, string Name)>>> findAsync)
    {
        public string Name => name;

        public Argument<IReadOnlyList<string>> Names { get; } = Arguments.Names(name, description, MostNames);

        public Task<IReadOnlyList<(long Id, string Name)>> FindAsync(ToolCall call, string wanted) => findAsync(call, wanted);
    }
}

using System.Text.Json;
using OpenProject.Application.Meetings;
using OpenProject.Application.News;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WikiPages;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>The tool that looks for words in several kinds of things at once, each as the caller may see it. Each kind is a search of its own, with pages of its own.</summary>
internal static class SearchTool
{
    private const int PageSize = 20;

    private static readonly Argument<string> Words = Arguments.Name("text", "Words that must all occur, whatever the case.").Required();
    private static readonly Place Place = new(PageSize);

    private static readonly IReadOnlyList<Kind> Kinds =
    [
        Kind.Of("work_packages", WorkPackageTools.Condensed, (call, query, words) =>
            call.Get<WorkPackageListService>().ListOfAsync(query.Filtered(new FilterClause("search", "**", [words])), call.Cancelled)),
        Kind.Of("wiki_pages", Members("title", "project"), (call, query, words) => call.Get<WikiPageService>().SearchAsync(words, workspace: null, query, call.Cancelled)),
        Kind.Of("meetings", Members("title", "location", "startTime", "project"), (call, query, words) => call.Get<MeetingService>().SearchAsync(words, query, call.Cancelled)),
        Kind.Of("news", Members("title", "summary", "createdAt", "project"), (call, query, words) => call.Get<NewsService>().SearchAsync(words, query, call.Cancelled)),
        Kind.Of("projects", Members("identifier", "name", "active", "status", "parent"), (call, query, words) => call.Get<ProjectService>().SearchAsync(words, query, call.Cancelled)),
    ];

    private static readonly Argument<IReadOnlyList<string>> Wanted = Arguments.Some("kinds", "What is searched; all when not given.", [.. Kinds.Select(k => k.Name)]);

    /// <summary>The tool.</summary>
    public static DeclaredTool Declared { get; } = new(
        "search", "Search", "Finds work packages (also by comments and names of files), wiki pages, meetings, news and projects by words in their names and texts: a page of each kind.",
        ToolKind.Reads, [Words, Wanted, WorkPackageTools.Detail, .. Place.Arguments], ToolOutput.Searches([.. Kinds.Select(k => (k.Name, k.Dto))]), RunAsync);

    private static async Task<ToolResult> RunAsync(ToolCall call)
    {
        var ((page, size), wanted) = (Place.Of(call), call.Of(Wanted));
        var found = new List<(string Name, Action<Utf8JsonWriter, ResultScope> Write)>();
        foreach (var kind in Kinds.Where(k => wanted is null || wanted.Contains(k.Name)))
            found.Add((kind.Name, await kind.FindAsync(call, new CollectionQuery { Path = "/mcp/search/" + kind.Name, Offset = page, PageSize = size }, call.Of(Words)!)));
        return new ToolResult((json, scope) => Write(json, found, scope), IsList: true);
    }

    // Each kind has its share of the room, and what those before it left of theirs.
    private static void Write(Utf8JsonWriter json, List<(string Name, Action<Utf8JsonWriter, ResultScope> Write)> found, ResultScope scope)
    {
        json.WriteStartObject();
        for (var i = 0; i < found.Count; i++)
        {
            json.WritePropertyName(found[i].Name);
            found[i].Write(json, scope with { MaxBytes = (int)((i + 1L) * scope.MaxBytes / found.Count) });
        }

        json.WriteEndObject();
    }

    private static HashSet<string> Members(params ReadOnlySpan<string> names) => ["_type", "id", .. names];

    private sealed record Kind(string Name, Type Dto, Func<ToolCall, CollectionQuery, string, Task<Action<Utf8JsonWriter, ResultScope>>> FindAsync)
    {
        public static Kind Of<TDto>(string name, IReadOnlySet<string> members, Func<ToolCall, CollectionQuery, string, Task<Page<TDto>>> find)
            where TDto : class, IResourceDto => new(name, typeof(TDto), async (call, query, words) =>
        {
            var page = await find(call, call.Of(WorkPackageTools.Detail) == "full" ? query : query with { Select = new Selection(null, members) }, words);
            return (json, scope) => SearchResult.Write(json, page, scope);
        });
    }
}

using OpenProject.Application.Resources;
using OpenProject.Application.WikiPages;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools about pages of wikis. Beside what API v3 tells of them there is what they say.</summary>
internal static class WikiTools
{
    private static readonly Argument<long> Id = Arguments.Id("id", "The page.").Required();
    private static readonly Argument<string> Words = Arguments.Name("text", "Words that must all occur in title or text, whatever the case.").Required();
    private static readonly Argument<string> Project = Arguments.Key("project", "Pages of this project: its id or identifier.");
    private static readonly Argument<string> Text = Arguments.Text("text", "What it says from now on, in Markdown, whole.").Required();
    private static readonly Argument<int> LockVersion = Arguments.Number("lock_version", "The lockVersion of the page as you read it.", 0, int.MaxValue).Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        new DeclaredTool(
            "get_wiki_page", "Get wiki page", "A page of a wiki with its whole text.", ToolKind.Reads, [Id], Output, async call => Told(await call.Get<WikiPageService>().FindAsync(call.Of(Id), call.Cancelled))),
        DeclaredTool.Search(
            "search_wiki", "Search wikis", "Finds pages of wikis by words in their titles and texts.", 40, [], [Words, Project],
            (call, query) => call.Get<WikiPageService>().SearchAsync(call.Of(Words)!, call.Of(Project), query, call.Cancelled)),
        new DeclaredTool(
            "update_wiki_page", "Update wiki page", "Has a page of a wiki say something else.", ToolKind.Updates, [Id, Text, LockVersion], Output,
            async call => Told(await call.Get<WikiPageService>().RewriteAsync(call.Of(Id), call.Of(Text)!, call.Of(LockVersion), call.Cancelled))),
    ];

    private static ToolOutput Output => ToolOutput.OneWith(typeof(WikiPageDto), ("lockVersion", "integer"), ("text", "object"));

    private static ToolResult Told(Document<WikiPageDto> page) => new((json, scope) =>
    {
        json.WriteStartObject();
        scope.WriteMembers(json, page);
        json.WriteNumber("lockVersion", page.Dto.LockVersion);
        SourceText.Write(json, "text", page.Dto.Text);
        json.WriteEndObject();
    });
}

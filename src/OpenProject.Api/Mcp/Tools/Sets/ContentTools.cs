using OpenProject.Application.Activities;
using OpenProject.Application.Attachments;
using OpenProject.Application.News;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools about what hangs on work packages and projects.</summary>
internal static class ContentTools
{
    private static readonly Argument<long> WorkPackage = Arguments.WorkPackage("work_package_id", "The work package.").Required();
    private static readonly Argument<long> NewsItem = Arguments.Id("id", "The news.").Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Whole(
            "list_attachments", "List attachments", "The files attached to a work package: names, sizes, types.", [WorkPackage],
            (call, _) => call.Get<AttachmentService>().ListOfWorkPackageAsync(call.Of(WorkPackage), call.Cancelled)),
        DeclaredTool.Search(
            "list_activities", "List activities", "What was done to a work package and when, the first activity first.", 100, [], [WorkPackage],
            (call, query) => call.Get<ActivityService>().ListOfAsync(call.Of(WorkPackage), query.Within(call.Of(WorkPackage)), call.Cancelled)),
        DeclaredTool.Search(
            "list_news", "List news", "News of the projects that you may see, the latest first.", 40, [Condition.Id("project_id", "Those of this project.", "project_id")], [],
            (call, query) => call.Get<NewsService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Of(
            "get_news", "Get news", "News with their whole text.", ToolKind.Reads, [NewsItem],
            call => call.Get<NewsService>().FindAsync(call.Of(NewsItem), call.Cancelled)),
    ];
}

using OpenProject.Application.Activities;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.Documents;
using OpenProject.Application.News;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools about what hangs on work packages and projects.</summary>
internal static class ContentTools
{
    private const int MostBytes = 5 * 1024 * 1024;

    private static readonly Argument<long> WorkPackage = Arguments.WorkPackage("work_package_id", "The work package.").Required();
    private static readonly Argument<long> Acted = Arguments.WorkPackage("work_package_id", "The work package; or project and since.");
    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.");
    private static readonly Argument<DateOnly> Since = Arguments.Day("since", "The first day, in UTC, of what is listed of a project.");
    private static readonly Argument<long> NewsItem = Arguments.Id("id", "The news.").Required();

    private static readonly Argument<long> File = AttachmentReading.Id;
    private static readonly Argument<string> FileName = Arguments.Name("file_name", "What it is called.").Required();
    private static readonly Argument<byte[]> Base64 = Arguments.Base64("content", "The bytes, base64; as many as fit into a message of the server.", MostBytes).Required();
    private static readonly Argument<string> Remark = Arguments.Name("description", "What is in it.");
    private static readonly Argument<long> Document = Arguments.Id("id", "The document.").Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Whole(
            "list_attachments", "List attachments", "The files attached to a work package: names, sizes, types.", [WorkPackage],
            (call, _) => call.Get<AttachmentService>().ListOfWorkPackageAsync(call.Of(WorkPackage), call.Cancelled)),
        new DeclaredTool(
            "get_attachment", "Get attachment", "A file: what there is to know of it, its text when it is one and small, and small images as such.", ToolKind.Reads, [File],
            ToolOutput.One(typeof(AttachmentDto)), AttachmentReading.RunAsync),
        DeclaredTool.Of(
            "add_attachment", "Attach file", "Attaches a file to a work package.", ToolKind.Creates, [WorkPackage, FileName, Base64, Remark],
            call => call.Get<UploadService>().CreateForWorkPackageAsync(
                call.Of(WorkPackage), new GivenUpload(call.Of(FileName)!, call.Of(Remark), call.Of(Base64)!), call.Cancelled)),
        DeclaredTool.Search(
            "list_documents", "List documents", "Documents of the projects that you may see.", 40, [], [],
            (call, query) => call.Get<DocumentService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Of(
            "get_document", "Get document", "A document with its whole text.", ToolKind.Reads, [Document],
            call => call.Get<DocumentService>().FindAsync(call.Of(Document), call.Cancelled)),
        DeclaredTool.Search(
            "list_activities", "List activities",
            "What was done to a work package and when, the first activity first; or to all of a project since a day, the latest first.", 100, [], [Acted, Project, Since], ActivitiesAsync),
        DeclaredTool.Search(
            "list_news", "List news", "News of the projects that you may see, the latest first.", 40, [Condition.Id("project_id", "Those of this project.", "project_id")], [],
            (call, query) => call.Get<NewsService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Of(
            "get_news", "Get news", "News with their whole text.", ToolKind.Reads, [NewsItem],
            call => call.Get<NewsService>().FindAsync(call.Of(NewsItem), call.Cancelled)),
    ];
    private static async Task<Page<ActivityDto>> ActivitiesAsync(ToolCall call, CollectionQuery query)
    {
        var activities = call.Get<ActivityService>();
        return (call.Has(Acted), call.Has(Project), call.Has(Since)) switch
        {
            (true, false, false) => await activities.ListOfAsync(call.Of(Acted), query.Within(call.Of(Acted)), call.Cancelled),
            (false, true, true) => await activities.ListInAsync(call.Of(Project)!, call.Of(Since).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), query, call.Cancelled),
            _ => throw new ProblemException(new Problem.BadRequest("Give either work_package_id, or project and since.")),
        };
    }
}

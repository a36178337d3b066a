using System.Text.Json.Nodes;
using OpenProject.Application.Budgets;
using OpenProject.Application.Categories;
using OpenProject.Application.Notifications;
using OpenProject.Application.Queries;
using OpenProject.Application.Reminders;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.WorkSchedule;
using OpenProject.Domain.Reminders;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools that tell how things are ordered.</summary>
internal static class OverviewTools
{
    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();
    private static readonly Argument<DateOnly> From = Arguments.Day("from", "The first day.").Required();
    private static readonly Argument<DateOnly> To = Arguments.Day("to", "The last day.").Required();

    private static readonly Argument<long> QueryId = Arguments.Id("id", "The stored query, of list_saved_queries.").Required();
    private static readonly Argument<bool> AlsoRead = Arguments.Flag("also_read", "Whether those that you have read are listed too.");
    private static readonly Argument<IReadOnlyList<long>> Marked = Arguments.Ids("ids", "Which; all when not given.");
    private static readonly Argument<long> WorkPackage = Arguments.WorkPackage("work_package_id", "The work package.").Required();
    private static readonly Argument<string> At = Arguments.Name("remind_at", "When, in UTC: 2027-12-31T08:00:00Z.").Required();
    private static readonly Argument<string> Note = Arguments.Name("note", "What you want to be told.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Whole(
            "list_saved_queries", "List saved queries", "Stored queries of work packages that you may see.", [],
            (call, query) => call.Get<SavedQueryService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Search(
            "run_saved_query", "Run saved query", "The work packages that a stored query finds, in its order.", 40, [], [QueryId, WorkPackageTools.Detail], RunQueryAsync, WorkPackageTools.MembersOf),
        DeclaredTool.Search(
            "list_notifications", "List notifications", "What you were told of and have not read, the latest first.", 40, [], [AlsoRead],
            (call, query) => call.Get<NotificationService>().ListAsync(
                call.Of(AlsoRead) ? query.Filtered() : query.Filtered(new FilterClause("readIAN", "=", ["f"])), call.Cancelled)),
        new DeclaredTool(
            "mark_notifications_read", "Mark notifications as read", "Marks some of your notifications as read, or all.", ToolKind.Updates, [Marked], ToolOutput.Count("unread"), MarkAsync),
        DeclaredTool.Whole(
            "list_reminders", "List reminders", "Your reminders that are still to come, the earliest first.", [],
            (call, query) => call.Get<ReminderService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Of(
            "create_reminder", "Create reminder", "Has you reminded of a work package.", ToolKind.Creates, [WorkPackage, At, Note],
            call => call.Get<ReminderService>().CreateAsync(call.Of(WorkPackage), call.Changes<Reminder, ReminderDto>(Reminding(call)), call.Cancelled)),
        DeclaredTool.Whole(
            "list_categories", "List categories", "The categories of a project's work packages.", [Project],
            (call, query) => call.Get<CategoryService>().ListInAsync(call.Of(Project)!, query.Within(call.Of(Project)!), call.Cancelled)),
        DeclaredTool.Whole(
            "list_budgets", "List budgets", "The budgets of a project.", [Project],
            (call, query) => call.Get<BudgetService>().ListOfAsync(call.Of(Project)!, query.Within(call.Of(Project)!), call.Cancelled)),
        DeclaredTool.Whole(
            "list_working_days", "List working days", "The days of an interval that are worked on.", [From, To],
            (call, query) => call.Get<DayService>().ListAsync(
                query.Filtered(new FilterClause("date", "<>d", [ValueText.Of(call.Of(From)), ValueText.Of(call.Of(To))]), new FilterClause("working", "=", ["t"])), call.Cancelled)),
    ];

    private static async Task<Page<WorkPackageDto>> RunQueryAsync(ToolCall call, CollectionQuery query)
    {
        var answer = await call.Get<SavedQueryService>().FindAsync(call.Of(QueryId), new QueryOverrides { Offset = query.Offset, PageSize = query.PageSize!.Value }, call.Cancelled);
        var results = (Page<WorkPackageDto>)answer.Embedded!.Named.Single(named => named.Name == "results").Document;
        return results with { Query = results.Query with { Select = query.Select } };
    }

    private static async Task<ToolResult> MarkAsync(ToolCall call)
    {
        var notifications = call.Get<NotificationService>();
        var query = new CollectionQuery { Path = "/mcp/notifications", PageSize = 0 };
        await notifications.MarkAllAsync(call.Of(Marked) is { } ids ? query.Filtered(new FilterClause("id", "=", [.. ids.Select(ValueText.Of)])) : query.Filtered(), read: true, call.Cancelled);
        var left = await notifications.ListAsync(query.Filtered(new FilterClause("readIAN", "=", ["f"])), call.Cancelled);
        return new ToolResult((json, _) =>
        {
            json.WriteStartObject();
            json.WriteNumber("unread", left.Total);
            json.WriteEndObject();
        });
    }

    private static JsonObject Reminding(ToolCall call)
    {
        var body = new JsonObject { ["remindAt"] = call.Of(At) };
        if (call.Of(Note) is { } note)
            body["note"] = note;
        return body;
    }
}

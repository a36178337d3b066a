using System.Text.Json;
using System.Text.Json.Nodes;
using OpenProject.Application.Queries;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about spent time.</summary>
internal static class TimeEntryTools
{
    private const string BodyText =
        "The attributes as API v3 takes them: {\"hours\":\"PT1H30M\",\"spentOn\":\"2027-12-31\",\"comment\":{\"raw\":\"...\"},\"_links\":{\"entity\":{\"href\":\"/api/v3/work_packages/1\"},"
        + "\"activity\":{\"href\":\"/api/v3/time_entries/activities/1\"}}}.";

    private static readonly Argument<DateOnly> Since = Arguments.Day("spent_since", "From this day; today when not given.");
    private static readonly Argument<DateOnly> Until = Arguments.Day("spent_until", "To this day; today when not given.");
    private static readonly Argument<long> WorkPackage = Arguments.WorkPackage("work_package_id", "Time spent on this work package.");
    private static readonly Argument<long> Id = Arguments.Id("id", "The time entry.").Required();
    private static readonly Argument<JsonElement> NewBody = Arguments.Body("data", BodyText + " Without user it is yours, without spentOn of today.").Required();
    private static readonly Argument<JsonElement> ChangedBody = Arguments.Body("data", BodyText + " Only what changes.").Required();

    private static readonly Argument<long> SpentOn = Arguments.WorkPackage("work_package_id", "The work package.").Required();
    private static readonly Argument<string> Hours = Arguments.Span("hours", "How long: 1h 30m, 1.5h, 90m or PT1H30M.").Required();
    private static readonly Argument<string> Remark = Arguments.Name("comment", "What was done.");
    private static readonly Argument<DateOnly> Day = Arguments.Day("spent_on", "The day; today when not given.");
    private static readonly Argument<long> Activity = Arguments.Id("activity_id", "The kind of work, of list_time_entry_activities; the usual one when not given.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "search_time_entries", "Search time entries", "Finds time that was spent and that you may see. Without days it is that of today.", 40,
            [
                Condition.Ids("id", "One entry or several.", "id"),
                Condition.Id("user_id", "Time of this user.", "user_id"),
                new Condition(WorkPackage, call => new FilterClause("entity_id", "=", [ValueText.Of(call.Of(WorkPackage))])),
            ],
            [Since, Until],
            (call, query) => call.Get<TimeEntryService>().ListAsync(query.Filtered(Days(call)), call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "create_time_entry", "Log time", "Books time that was spent.", ToolKind.Creates, [NewBody],
            call => call.Get<TimeEntryService>().CreateAsync(OfToday(call), call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "update_time_entry", "Update time entry", "Changes booked time.", ToolKind.Updates, [Id, ChangedBody],
            call => call.Get<TimeEntryService>().UpdateAsync(call.Of(Id), call.Changes<TimeEntry, TimeEntryDto>(call.Of(ChangedBody)), call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "delete_time_entry", "Delete time entry", "Removes booked time, and answers what it was.", ToolKind.Removes, [Id],
            async call =>
            {
                var removed = await call.Get<TimeEntryService>().FindAsync(call.Of(Id), call.Cancelled);
                await call.Get<TimeEntryService>().DeleteAsync(call.Of(Id), call.Cancelled);
                return removed;
            }) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "log_time", "Log time in words", "Books time that you spent on a work package, as 1h 30m.", ToolKind.Creates, [SpentOn, Hours, Remark, Day, Activity],
            call => call.Get<TimeEntryService>().CreateAsync(call.Changes<TimeEntry, TimeEntryDto>(InWords(call)), call.Cancelled)),
    ];

    private static JsonObject InWords(ToolCall call)
    {
        var links = new JsonObject { ["entity"] = new JsonObject { ["href"] = WorkPackageResource.Location.Of(call.Of(SpentOn)) } };
        if (call.Has(Activity))
            links["activity"] = new JsonObject { ["href"] = TimeEntriesActivityResource.Location.Of(call.Of(Activity)) };
        return new JsonObject
        {
            ["hours"] = call.Of(Hours), ["spentOn"] = ValueText.Of(call.Of(Day, Today(call))), ["comment"] = new JsonObject { ["raw"] = call.Of(Remark) ?? "" }, ["_links"] = links,
        };
    }

    private static FilterClause Days(ToolCall call)
    {
        var today = Today(call);
        return new FilterClause("spent_on", "<>d", [ValueText.Of(call.Of(Since, today)), ValueText.Of(call.Of(Until, today))]);
    }

    private static ChangeSet<TimeEntry, TimeEntryDto> OfToday(ToolCall call)
    {
        var (body, changes) = (call.Of(NewBody), call.Changes<TimeEntry, TimeEntryDto>(call.Of(NewBody)));
        return body.TryGetProperty("spentOn", out _) ? changes : changes.With(call.Get<TimeEntryResource>(), "spentOn", (DateOnly?)Today(call));
    }

    private static DateOnly Today(ToolCall call) => DateOnly.FromDateTime(call.Get<TimeProvider>().GetUtcNow().UtcDateTime);
}

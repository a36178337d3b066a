using System.Globalization;
using System.Text.Json;
using OpenProject.Application.Queries;
using OpenProject.Application.TimeEntries;
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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "search_time_entries", "Search time entries", "Finds time that was spent and that you may see. Without days it is that of today.", 40,
            [
                Condition.Ids("id", "One entry or several.", "id"),
                Condition.Id("user_id", "Time of this user.", "user_id"),
                new Condition(WorkPackage, call => new FilterClause("entity_id", "=", [call.Of(WorkPackage).ToString(CultureInfo.InvariantCulture)])),
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
    ];

    private static FilterClause Days(ToolCall call)
    {
        var today = Today(call);
        return new FilterClause("spent_on", "<>d", [Text(call.Of(Since, today)), Text(call.Of(Until, today))]);
    }

    private static ChangeSet<TimeEntry, TimeEntryDto> OfToday(ToolCall call)
    {
        var (body, changes) = (call.Of(NewBody), call.Changes<TimeEntry, TimeEntryDto>(call.Of(NewBody)));
        return body.TryGetProperty("spentOn", out _) ? changes : changes.With(call.Get<TimeEntryResource>(), "spentOn", (DateOnly?)Today(call));
    }

    private static DateOnly Today(ToolCall call) => DateOnly.FromDateTime(call.Get<TimeProvider>().GetUtcNow().UtcDateTime);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

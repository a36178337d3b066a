using System.Text.Json;
using OpenProject.Application.Projects;
using OpenProject.Application.TimeEntries;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools that count and sum up, so that nobody has to read everything to know how much there is.</summary>
internal static class SummaryTools
{
    private const double MinutesOfHour = 60;

    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();

    private static readonly IReadOnlyDictionary<string, TimesheetKey> Keys = new Dictionary<string, TimesheetKey>(StringComparer.Ordinal)
    {
        ["day"] = TimesheetKey.Day, ["user"] = TimesheetKey.User, ["project"] = TimesheetKey.Project,
    };

    private static readonly Argument<DateOnly> From = Arguments.Day("from", "The first day.").Required();
    private static readonly Argument<DateOnly> To = Arguments.Day("to", "The last day, at most a year later.").Required();
    private static readonly Argument<string> By = Arguments.OneOf("by", "What is summed up: the time of each day, the usual, user or project.", [.. Keys.Keys]);
    private static readonly Argument<string> Where = Arguments.Key("project", "Time spent in this project: its id or identifier.");
    private static readonly Argument<long> Who = Arguments.Id("user_id", "Time of this user.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        new DeclaredTool(
            "project_overview", "Project overview",
            "How a project stands, without projects below it: work packages by status and type, overdue and unassigned ones, work, booked hours, budgets. What you may not see is left out.",
            ToolKind.Reads, [Project], ToolOutput.Of([("project_id", "integer"), ("work_packages", "object"), ("time", "object"), ("budgets", "array")], "project_id"), OverviewAsync),
        new DeclaredTool(
            "timesheet", "Timesheet", "The hours booked in an interval, that you may see, by day, user or project.", ToolKind.Reads, [From, To, By, Where, Who],
            ToolOutput.Of([("items", "array"), ("entries", "integer"), ("hours", "number"), ("truncated", "boolean")], "items", "hours"), SumAsync),
    ];

    private static async Task<ToolResult> OverviewAsync(ToolCall call)
    {
        var overview = await call.Get<ProjectOverviewService>().FindAsync(call.Of(Project)!, call.Cancelled);
        return new ToolResult((json, _) => Write(json, overview), IsList: true);
    }

    private static async Task<ToolResult> SumAsync(ToolCall call)
    {
        var sheet = await call.Get<TimesheetService>().SumAsync(
            Keys[call.Of(By) ?? "day"], call.Of(From), call.Of(To), call.Of(Where), call.Has(Who) ? call.Of(Who) : null, call.Cancelled);
        return new ToolResult((json, _) => Write(json, sheet), IsList: true);
    }

    private static void Write(Utf8JsonWriter json, ProjectOverview overview)
    {
        json.WriteStartObject();
        json.WriteNumber("project_id", overview.ProjectId);
        if (overview.Work is { } work)
            Write(json, work);
        if (overview.Time is { } time)
        {
            json.WriteStartObject("time");
            WriteHours(json, "hours", time.Minutes);
            WriteHours(json, "hours_of_last_30_days", time.RecentMinutes);
            json.WriteEndObject();
        }

        if (overview.Budgets is { } budgets)
        {
            json.WriteStartArray("budgets");
            foreach (var budget in budgets)
            {
                json.WriteStartObject();
                json.WriteNumber("id", budget.Id);
                json.WriteString("subject", budget.Title);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WorkOverview work)
    {
        json.WriteStartObject("work_packages");
        json.WriteNumber("total", work.Total);
        json.WriteNumber("open", work.Open);
        json.WriteNumber("overdue", work.Overdue);
        json.WriteNumber("unassigned", work.Unassigned);
        WriteHours(json, "estimated_hours", work.EstimatedMinutes);
        WriteHours(json, "remaining_hours", work.RemainingMinutes);
        Write(json, "by_status", work.ByStatus);
        Write(json, "by_type", work.ByType);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<WorkCount> counts)
    {
        json.WriteStartArray(name);
        foreach (var count in counts)
        {
            json.WriteStartObject();
            json.WriteNumber("id", count.Id);
            json.WriteString("name", count.Name);
            json.WriteNumber("open", count.Open);
            json.WriteNumber("closed", count.Closed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Timesheet sheet)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var row in sheet.Rows)
        {
            json.WriteStartObject();
            if (row.Day is { } day)
                json.WriteString("day", ValueText.Of(day));
            if (row.Id is { } id)
            {
                json.WriteNumber("id", id);
                json.WriteString("name", row.Name);
            }

            json.WriteNumber("entries", row.Entries);
            WriteHours(json, "hours", row.Minutes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("entries", sheet.Entries);
        WriteHours(json, "hours", sheet.Minutes);
        if (sheet.IsCut)
            json.WriteBoolean("truncated", true);
        json.WriteEndObject();
    }

    private static void WriteHours(Utf8JsonWriter json, string name, long minutes) => json.WriteNumber(name, Math.Round(minutes / MinutesOfHour, 2));
}

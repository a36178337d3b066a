using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenProject.Benchmarks;

/// <summary>A work package's columns, as the hand-written counterparts read them.</summary>
internal sealed record WorkPackageRow(
    long Id,
    int LockVersion,
    string Subject,
    string? Description,
    string? DescriptionHtml,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    bool IsReadonly,
    bool ScheduleManually,
    bool IgnoreNonWorkingDays,
    DateOnly? StartDate,
    DateOnly? DueDate,
    int? DurationDays,
    DateOnly? DerivedStartDate,
    DateOnly? DerivedDueDate,
    int? EstimatedMinutes,
    int? DerivedEstimatedMinutes,
    int? RemainingMinutes,
    int? DerivedRemainingMinutes,
    int? PercentageDone,
    int? DerivedPercentageDone,
    long ProjectId,
    string ProjectName,
    long TypeId,
    string TypeName,
    long PriorityId,
    string PriorityName,
    long StatusId,
    string StatusName,
    long AuthorId,
    string AuthorName,
    long? ResponsibleId,
    string? ResponsibleName,
    long? AssigneeId,
    string? AssigneeName,
    long? CategoryId,
    string? CategoryName,
    long? VersionId,
    string? VersionName,
    long? ParentId,
    string? ParentSubject,
    long? BudgetId,
    string? BudgetSubject,
    long? PhaseId,
    long? PhaseDefinitionId,
    string? PhaseName);

/// <summary>Another work package above or below one.</summary>
internal sealed record Relative(long OfId, long Id, string Subject, int Depth);

/// <summary>Writes the same body as the server, member by member, for administrators.</summary>
internal static class WorkPackageJson
{
    private const string TimeEntries =
        "/api/v3/time_entries?filters=%5B%7B%22entity_type%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22WorkPackage%22%5D%7D%7D%2C"
        + "%7B%22entity_id%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22";

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Utf8JsonWriter json, WorkPackageRow row, IReadOnlyCollection<Relative> relatives, int spentMinutes, Action? embedded = null)
    {
        json.WriteStartObject();
        json.WriteString("_type"u8, "WorkPackage"u8);
        json.WriteNumber("id"u8, row.Id);
        json.WriteNumber("lockVersion"u8, row.LockVersion);
        json.WriteString("subject"u8, row.Subject);
        Formattable(json, "description"u8, row.Description, row.DescriptionHtml);
        Time(json, "createdAt"u8, row.CreatedAt);
        Time(json, "updatedAt"u8, row.UpdatedAt);
        json.WriteBoolean("readonly"u8, row.IsReadonly);
        json.WriteBoolean("scheduleManually"u8, row.ScheduleManually);
        json.WriteBoolean("ignoreNonWorkingDays"u8, row.IgnoreNonWorkingDays);
        Date(json, "startDate"u8, row.StartDate);
        Date(json, "dueDate"u8, row.DueDate);
        json.WriteString("duration"u8, row.DurationDays is { } days ? $"P{days}D" : null);
        Date(json, "derivedStartDate"u8, row.DerivedStartDate);
        Date(json, "derivedDueDate"u8, row.DerivedDueDate);
        Duration(json, "estimatedTime"u8, row.EstimatedMinutes);
        Duration(json, "derivedEstimatedTime"u8, row.DerivedEstimatedMinutes);
        Duration(json, "remainingTime"u8, row.RemainingMinutes);
        Duration(json, "derivedRemainingTime"u8, row.DerivedRemainingMinutes);
        Number(json, "percentageDone"u8, row.PercentageDone);
        Number(json, "derivedPercentageDone"u8, row.DerivedPercentageDone);
        Duration(json, "spentTime"u8, spentMinutes);
        embedded?.Invoke();
        json.WriteStartObject("_links"u8);
        Link(json, "self"u8, "/api/v3/work_packages/", row.Id, row.Subject);
        json.WriteStartObject("schema"u8);
        json.WriteString("href"u8, $"/api/v3/work_packages/schemas/{row.ProjectId}-{row.TypeId}");
        json.WriteEndObject();
        Link(json, "type"u8, "/api/v3/types/", row.TypeId, row.TypeName);
        Link(json, "priority"u8, "/api/v3/priorities/", row.PriorityId, row.PriorityName);
        Link(json, "project"u8, "/api/v3/projects/", row.ProjectId, row.ProjectName);
        Link(json, "status"u8, "/api/v3/statuses/", row.StatusId, row.StatusName);
        Link(json, "author"u8, "/api/v3/users/", row.AuthorId, row.AuthorName);
        Link(json, "responsible"u8, "/api/v3/users/", row.ResponsibleId, row.ResponsibleName);
        Link(json, "assignee"u8, "/api/v3/users/", row.AssigneeId, row.AssigneeName);
        Link(json, "category"u8, "/api/v3/categories/", row.CategoryId, row.CategoryName);
        Link(json, "version"u8, "/api/v3/versions/", row.VersionId, row.VersionName);
        Link(json, "parent"u8, "/api/v3/work_packages/", row.ParentId, row.ParentSubject);
        Elements(json, "ancestors"u8, relatives.Where(r => r.Depth < 0));
        if (relatives.Any(r => r.Depth > 0))
            Elements(json, "children"u8, relatives.Where(r => r.Depth > 0));
        var self = $"/api/v3/work_packages/{row.Id}";
        Action(json, "update"u8, self + "/form", "post"u8);
        Action(json, "updateImmediately"u8, self, "patch"u8);
        Action(json, "delete"u8, self, "delete"u8);
        Action(json, "addChild"u8, $"/api/v3/projects/{row.ProjectId}/work_packages", "post"u8);
        Related(json, "activities"u8, self + "/activities");
        Action(json, "addComment"u8, self + "/activities", "post"u8);
        Action(json, "changeParent"u8, self, "patch"u8);
        Related(json, "relations"u8, self + "/relations");
        Related(json, "availableRelationCandidates"u8, self + "/available_relation_candidates");
        Action(json, "addRelation"u8, self + "/relations", "post"u8);
        Related(json, "watchers"u8, self + "/watchers");
        Related(json, "availableWatchers"u8, self + "/available_watchers");
        Watching(json, "addWatcher"u8, self + "/watchers", "/api/v3/users/{user_id}", isTemplated: true);
        json.WriteStartObject("removeWatcher"u8);
        json.WriteString("href"u8, self + "/watchers/{user_id}");
        json.WriteString("method"u8, "delete"u8);
        json.WriteBoolean("templated"u8, true);
        json.WriteEndObject();
        Watching(json, "watch"u8, self + "/watchers", "/api/v3/users/4", isTemplated: false);
        Related(json, "timeEntries"u8, TimeEntries + row.Id.ToString(CultureInfo.InvariantCulture) + "%22%5D%7D%7D%5D");
        json.WriteStartObject("logTime"u8);
        json.WriteString("href"u8, "/api/v3/time_entries"u8);
        json.WriteString("title"u8, "Log time on " + row.Subject);
        json.WriteEndObject();
        Action(json, "previewMarkup"u8, "/api/v3/render/markdown?context=" + self, "post"u8);
        Link(json, "budget"u8, "/api/v3/budgets/", row.BudgetId, row.BudgetSubject);
        CustomActions(json, row.StatusId);
        Related(json, "revisions"u8, self + "/revisions");
        Related(json, "attachments"u8, self + "/attachments");
        Related(json, "fileLinks"u8, self + "/file_links");
        Action(json, "addFileLink"u8, self + "/file_links", "post"u8);
        Action(json, "addAttachment"u8, self + "/attachments", "post"u8);
        Link(json, "projectPhase"u8, "/api/v3/project_phases/", row.PhaseId, row.PhaseName);
        if (row.PhaseId is not null)
            Link(json, "projectPhaseDefinition"u8, "/api/v3/project_phase_definitions/", row.PhaseDefinitionId, row.PhaseName);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The demo's only action is for what is new.
    private static void CustomActions(Utf8JsonWriter json, long statusId)
    {
        json.WriteStartArray("customActions"u8);
        if (statusId == 1)
        {
            json.WriteStartObject();
            json.WriteString("href"u8, "/api/v3/custom_actions/1"u8);
            json.WriteString("title"u8, "Take on"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Formattable(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? raw, string? html)
    {
        json.WriteStartObject(name);
        json.WriteString("format"u8, "markdown"u8);
        json.WriteString("raw"u8, raw);
        json.WriteString("html"u8, html ?? "");
        json.WriteEndObject();
    }

    public static void Time(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTime value)
    {
        Span<char> text = stackalloc char[24];
        value.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    public static void Link(Utf8JsonWriter json, ReadOnlySpan<byte> name, string prefix, long? id, string? title)
    {
        json.WriteStartObject(name);
        json.WriteString("href"u8, id is { } key ? string.Concat(prefix, key.ToString(CultureInfo.InvariantCulture)) : null);
        if (id is not null)
            json.WriteString("title"u8, title);
        json.WriteEndObject();
    }

    public static void Action(Utf8JsonWriter json, ReadOnlySpan<byte> name, string href, ReadOnlySpan<byte> method)
    {
        json.WriteStartObject(name);
        json.WriteString("href"u8, href);
        json.WriteString("method"u8, method);
        json.WriteEndObject();
    }

    private static void Related(Utf8JsonWriter json, ReadOnlySpan<byte> name, string href)
    {
        json.WriteStartObject(name);
        json.WriteString("href"u8, href);
        json.WriteEndObject();
    }

    private static void Watching(Utf8JsonWriter json, ReadOnlySpan<byte> name, string href, string user, bool isTemplated)
    {
        json.WriteStartObject(name);
        json.WriteString("href"u8, href);
        json.WriteString("method"u8, "post"u8);
        if (isTemplated)
            json.WriteBoolean("templated"u8, true);
        json.WriteStartObject("payload"u8);
        Related(json, "user"u8, user);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Elements(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<Relative> relatives)
    {
        json.WriteStartArray(name);
        foreach (var relative in relatives)
        {
            json.WriteStartObject();
            json.WriteString("href"u8, $"/api/v3/work_packages/{relative.Id}");
            json.WriteString("title"u8, relative.Subject);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not { } date)
        {
            json.WriteNull(name);
            return;
        }

        Span<char> text = stackalloc char[10];
        date.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    private static void Duration(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? minutes)
    {
        var (days, hours, rest) = ((minutes ?? 0) / 1440, (minutes ?? 0) % 1440 / 60, (minutes ?? 0) % 60);
        json.WriteString(name, minutes switch
        {
            null => null,
            0 => "PT0S",
            _ => "P" + (days > 0 ? days + "D" : "") + (hours + rest > 0 ? "T" : "") + (hours > 0 ? hours + "H" : "") + (rest > 0 ? rest + "M" : ""),
        });
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}

using System.Text.Json;
using OpenProject.Application.Meetings;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools about meetings and their agendas.</summary>
internal static class MeetingTools
{
    private static readonly Argument<long> Id = Arguments.Id("id", "The meeting.").Required();
    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();
    private static readonly Argument<string> Title = Arguments.Name("title", "What it is about.").Required();
    private static readonly Argument<DateTime> Start = Arguments.Moment("start", "When it begins: 2027-12-31T08:00:00Z.").Required();
    private static readonly Argument<int> Length = Arguments.Number("minutes", "How long it takes; 60 when not given.", 1, Domain.Meetings.Meeting.LongestMinutes);
    private static readonly Argument<string> Location = Arguments.Name("location", "Where.");

    private static readonly Argument<int> Past = Arguments.Number("agenda_from", "How many items of the agenda are passed over; agendaNext where it goes on.", 0, Domain.Meetings.MeetingAgendaItem.Most);

    private static readonly Argument<long> Of = Arguments.Id("meeting_id", "The meeting.").Required();
    private static readonly Argument<string> Notes = Arguments.Text("notes", "What there is to say about it, in Markdown.");
    private static readonly Argument<int> Takes = Arguments.Number("minutes", "How long it takes.", 1, Domain.Meetings.Meeting.LongestMinutes);

    private static readonly Argument<long> Item = Arguments.Id("id", "The item, of get_meeting.").Required();
    private static readonly Argument<string> Renamed = Arguments.Name("title", "What it is about.");
    private static readonly ToolOutput OneItem =
        ToolOutput.Of([("id", "integer"), ("position", "integer"), ("title", "string"), ("notes", "object"), ("minutes", "integer"), ("author", "object")], "id", "title");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "list_meetings", "List meetings", "Meetings that you may see.", 40, [], [],
            (call, query) => call.Get<MeetingService>().ListAsync(query, call.Cancelled)),
        new DeclaredTool(
            "get_meeting", "Get meeting", "A meeting: when and where it is, and its agenda.", ToolKind.Reads, [Id, Past], ToolOutput.OneWith(typeof(MeetingDto), ("agenda", "array"), ("agendaNext", "integer")), GetAsync),
        DeclaredTool.Of(
            "create_meeting", "Create meeting", "Makes a meeting of a project.", ToolKind.Creates, [Project, Title, Start, Length, Location],
            call => call.Get<MeetingService>().CreateAsync(call.Of(Project)!, call.Of(Title)!, call.Of(Start), call.Of(Length, 60), call.Of(Location), call.Cancelled)),
        new DeclaredTool(
            "add_agenda_item", "Add agenda item", "Adds something to the end of a meeting's agenda.", ToolKind.Creates, [Of, Title, Notes, Takes], OneItem, AddAsync),
        new DeclaredTool(
            "update_agenda_item", "Update agenda item", "Changes something on a meeting's agenda; what is not given stays. Empty notes are taken away.", ToolKind.Updates, [Item, Renamed, Notes, Takes], OneItem, ChangeAsync),
    ];

    private static async Task<ToolResult> GetAsync(ToolCall call)
    {
        var document = await call.Get<MeetingService>().FindAsync(call.Of(Id), call.Cancelled);
        var agenda = await call.Get<AgendaService>().OfAsync(call.Of(Id), call.Cancelled);
        return new ToolResult((json, scope) =>
        {
            json.WriteStartObject();
            scope.WriteMembers(json, document);
            WriteAgenda(json, agenda, call.Of(Past), scope.MaxBytes);
            json.WriteEndObject();
        });
    }

    private static async Task<ToolResult> AddAsync(ToolCall call)
    {
        var item = await call.Get<AgendaService>().AddAsync(call.Of(Of), call.Of(Title)!, call.Of(Notes), call.Has(Takes) ? call.Of(Takes) : null, call.Cancelled);
        return new ToolResult((json, _) => Write(json, item));
    }

    private static async Task<ToolResult> ChangeAsync(ToolCall call)
    {
        var item = await call.Get<AgendaService>().ChangeAsync(call.Of(Item), call.Of(Renamed), call.Of(Notes), call.Has(Takes) ? call.Of(Takes) : null, call.Cancelled);
        return new ToolResult((json, _) => Write(json, item));
    }

    // The first is written however large it is, so that asking again leads on.
    private static void WriteAgenda(Utf8JsonWriter json, List<AgendaItem> agenda, int from, int mostBytes)
    {
        var next = from;
        json.WriteStartArray("agenda");
        for (; next < agenda.Count && (next == from || json.BytesCommitted + json.BytesPending < mostBytes); next++)
            Write(json, agenda[next]);
        json.WriteEndArray();
        if (next < agenda.Count)
            json.WriteNumber("agendaNext", next);
    }

    private static void Write(Utf8JsonWriter json, AgendaItem item)
    {
        json.WriteStartObject();
        json.WriteNumber("id", item.Id);
        json.WriteNumber("position", item.Position);
        json.WriteString("title", item.Title);
        if (item.Notes is { } notes)
            SourceText.Write(json, "notes", notes);
        if (item.Minutes is { } minutes)
            json.WriteNumber("minutes", minutes);
        json.WriteStartObject("author");
        json.WriteNumber("id", item.AuthorId);
        json.WriteString("name", item.AuthorName);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Common;
using OpenProject.Domain.Meetings;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Meetings;

/// <summary>Reads and writes the agendas of meetings, which nothing published does.</summary>
public sealed class AgendaService(
    ResourceReader reader, MeetingResource meetings, IAggregates<MeetingAgendaItem> items, IMarkdown markdown, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>The agenda of a meeting that is known to be visible, in order.</summary>
    public Task<List<AgendaItem>> OfAsync(long meetingId, CancellationToken cancellationToken) => reader.Store.ListAsync(
        reader.Store.Rows<MeetingAgendaItem>().Where(i => i.MeetingId == meetingId).OrderBy(i => i.Position).ThenBy(i => i.Id).Take(MeetingAgendaItem.Most).Select(i => new AgendaItem
        {
            Id = i.Id, Position = i.Position, Title = i.Title, Notes = i.Notes, Minutes = i.Minutes, AuthorId = i.AuthorId, AuthorName = i.Author.Name,
        }),
        cancellationToken);

    /// <summary>
    /// Adds an item to the end of the agenda of a visible meeting; leaves as forbidden for those who may not manage agendas there, and as
    /// invalid when a rule is broken or the agenda is full.
    /// </summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="notes">What there is to say about it, Markdown; null for nothing.</param>
    /// <param name="minutes">How long it takes; null for not said.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AgendaItem> AddAsync(long meetingId, string title, string? notes, int? minutes, CancellationToken cancellationToken)
    {
        await AllowAsync(meetingId, cancellationToken);
        var known = await OfAsync(meetingId, cancellationToken);
        if (known.Count >= MeetingAgendaItem.Most)
            throw new ProblemException(new Problem.Invalid("base", $"The agenda is full (maximum is {MeetingAgendaItem.Most} items)."));
        var item = Made(meetingId, known.Count == 0 ? 1 : known[^1].Position + 1, title, notes, minutes);
        items.Add(item);
        await unitOfWork.SaveAsync(cancellationToken);
        return (await OfAsync(meetingId, cancellationToken)).Find(i => i.Id == item.Id) ?? throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>
    /// Changes an item of the agenda of a visible meeting; leaves as not found where there is none, as forbidden for those who may not manage
    /// agendas there, and as invalid when a rule is broken.
    /// </summary>
    /// <param name="id">The item.</param>
    /// <param name="title">What it is about; null to leave it.</param>
    /// <param name="notes">What there is to say about it, Markdown; null to leave it, empty for nothing.</param>
    /// <param name="minutes">How long it takes; null to leave it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AgendaItem> ChangeAsync(long id, string? title, string? notes, int? minutes, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        await AllowAsync(item.MeetingId, cancellationToken);
        Checked(() =>
        {
            if (title is not null)
                item.Rename(title);
            if (minutes is not null)
                item.Take(minutes);
            if (notes is not null)
                item.Note(notes.Length == 0 ? null : notes, markdown.ToHtml(notes));
            return item;
        });
        await unitOfWork.SaveAsync(cancellationToken);
        return (await OfAsync(item.MeetingId, cancellationToken)).Find(i => i.Id == id) ?? throw new ProblemException(new Problem.NotFound());
    }

    private async Task AllowAsync(long meetingId, CancellationToken cancellationToken)
    {
        var meeting = await reader.RowAsync(meetings, meetingId, cancellationToken);
        if (!(await reader.Access.InProjectAsync(meeting.ProjectId)).Contains(Permission.ManageAgendas))
            throw new ProblemException(new Problem.Forbidden());
    }

    private MeetingAgendaItem Made(long meetingId, int position, string title, string? notes, int? minutes) => Checked(() =>
    {
        var item = MeetingAgendaItem.Create(meetingId, reader.Access.Viewer.UserId, position, title, clock.GetUtcNow().UtcDateTime);
        item.Take(minutes);
        item.Note(notes, markdown.ToHtml(notes));
        return item;
    });

    private static MeetingAgendaItem Checked(Func<MeetingAgendaItem> write)
    {
        try
        {
            return write();
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }
}

using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Meetings;

/// <summary>Something that people want to talk about in a meeting.</summary>
public sealed class MeetingAgendaItem : AggregateRoot, ITimestamped, IContent
{
    /// <summary>Longest title.</summary>
    public const int TitleLimit = 255;

    /// <summary>Most items of a meeting.</summary>
    public const int Most = 200;

    private MeetingAgendaItem()
    {
    }

    /// <summary>The meeting.</summary>
    public long MeetingId { get; private set; }

    /// <summary>The meeting; for queries only.</summary>
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>Who wants to talk about it.</summary>
    public long AuthorId { get; private set; }

    /// <summary>The author; for queries only.</summary>
    public Principal Author { get; private set; } = null!;

    /// <summary>Where it is on the agenda, from 1; two that were added at once may share a place, and then the earlier one comes first.</summary>
    public int Position { get; private set; }

    /// <summary>What it is about.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What there is to say about it, Markdown; null for nothing.</summary>
    public string? Notes { get; private set; }

    /// <summary>The same, rendered.</summary>
    public string? NotesHtml { get; private set; }

    /// <summary>How long it takes, in minutes; null where nobody has said.</summary>
    public int? Minutes { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Something to talk about.</summary>
    /// <exception cref="BrokenRule">Blank or too long title.</exception>
    public static MeetingAgendaItem Create(long meetingId, long authorId, int position, string? title, DateTime now) => new()
    {
        MeetingId = meetingId,
        AuthorId = authorId,
        Position = position,
        Title = TextRule.Required(title, "title", "Title", TitleLimit),
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Is about something else.</summary>
    /// <exception cref="BrokenRule">Blank or too long title.</exception>
    public void Rename(string? title) => Title = TextRule.Required(title, "title", "Title", TitleLimit);

    /// <summary>Takes so long.</summary>
    /// <exception cref="BrokenRule">No time, or more than the longest meeting.</exception>
    public void Take(int? minutes) => Minutes = minutes is null or (>= 1 and <= Meeting.LongestMinutes)
        ? minutes
        : throw new BrokenRule("minutes", $"Minutes must be between 1 and {Meeting.LongestMinutes}.");

    /// <summary>Says so much about it.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    public void Note(string? raw, string? html) => (Notes, NotesHtml) = (raw, html);

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}

namespace OpenProject.Application.Meetings;

/// <summary>Something on the agenda of a meeting, as read.</summary>
public sealed record AgendaItem
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>Its place on the agenda, from 1.</summary>
    public int Position { get; init; }

    /// <summary>What it is about.</summary>
    public string Title { get; init; } = "";

    /// <summary>What there is to say about it, Markdown; null for nothing.</summary>
    public string? Notes { get; init; }

    /// <summary>How long it takes, in minutes; null where nobody has said.</summary>
    public int? Minutes { get; init; }

    /// <summary>Who wants to talk about it.</summary>
    public long AuthorId { get; init; }

    /// <summary>The author's name.</summary>
    public string AuthorName { get; init; } = "";
}

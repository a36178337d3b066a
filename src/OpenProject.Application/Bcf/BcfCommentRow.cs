namespace OpenProject.Application.Bcf;

#pragma warning disable CS1591 // The members are the columns of the journal and of what it refers to, documented there.

/// <summary>A comment on a topic, as read.</summary>
public sealed class BcfCommentRow
{
    public long Id { get; init; }

    public string Guid { get; init; } = "";

    public DateTime Date { get; init; }

    public string Author { get; init; } = "";

    public string Comment { get; init; } = "";

    public DateTime ModifiedDate { get; init; }

    /// <summary>Who changed it last; null when nobody did.</summary>
    public string? ModifiedAuthor { get; init; }

    public string? ViewpointGuid { get; init; }

    public string? ReplyToGuid { get; init; }

    public string TopicGuid { get; init; } = "";

    public long AuthorId { get; init; }

    public bool IsInternal { get; init; }
}

/// <summary>A comment as its viewer sees it.</summary>
/// <param name="Row">The comment.</param>
/// <param name="MayEdit">Whether he may change it, and take it back.</param>
public sealed record BcfCommentView(BcfCommentRow Row, bool MayEdit);

/// <summary>What a comment is to be like; a stored one is replaced as a whole.</summary>
/// <param name="Comment">The text.</param>
/// <param name="ViewpointGuid">The viewpoint that it refers to; null for none.</param>
/// <param name="ReplyToGuid">The comment that it answers; null for none.</param>
/// <param name="Errors">What could not be read.</param>
public sealed record BcfCommentInput(string? Comment, string? ViewpointGuid, string? ReplyToGuid, IReadOnlyList<Common.FieldError> Errors);

using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Activities;

/// <summary>A change of a comment after it was made; BCF API 2.1 section 4.10 tells such changes as events.</summary>
public sealed class CommentEdit : IContent
{
    /// <summary>Longest type.</summary>
    public const int TypeLimit = 40;

    /// <summary>Longest value; what is longer is cut.</summary>
    public const int ValueLimit = 1024;

    /// <summary>The text is another one; the value is the text.</summary>
    public const string TextUpdated = "comment_text_updated";

    /// <summary>It refers to another viewpoint; the value is its guid.</summary>
    public const string ViewpointUpdated = "viewpoint_updated";

    /// <summary>It refers to no viewpoint any more.</summary>
    public const string ViewpointRemoved = "viewpoint_removed";

    /// <summary>It answers another comment; the value is its guid.</summary>
    public const string ReplyUpdated = "reply_to_comment_updated";

    /// <summary>It answers no comment any more.</summary>
    public const string ReplyRemoved = "reply_to_comment_removed";

    private CommentEdit()
    {
    }

    /// <summary>A change.</summary>
    /// <param name="journalId">The activity that the comment is.</param>
    /// <param name="userId">Who made it.</param>
    /// <param name="type">What changed: one of the constants here.</param>
    /// <param name="before">The value before; null for none.</param>
    /// <param name="value">The new value; null for none.</param>
    /// <param name="now">When, UTC.</param>
    public CommentEdit(long journalId, long userId, string type, string? before, string? value, DateTime now) =>
        (JournalId, UserId, Type, Before, Value, CreatedAt) = (journalId, userId, type, Cut(before), Cut(value), now);

    /// <summary>The database identity; the order in which changes were made.</summary>
    public long Id { get; private set; }

    /// <summary>The activity that the comment is.</summary>
    public long JournalId { get; private set; }

    /// <summary>The activity that the comment is; for queries only.</summary>
    public WorkPackageJournal Journal { get; private set; } = null!;

    /// <summary>Who made the change.</summary>
    public long UserId { get; private set; }

    /// <summary>Who made the change; for queries only.</summary>
    public Principal User { get; private set; } = null!;

    /// <summary>What changed.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The value before.</summary>
    public string? Before { get; private set; }

    /// <summary>The new value.</summary>
    public string? Value { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    private static string? Cut(string? text) => text is { Length: > ValueLimit } ? text[..ValueLimit] : text;
}

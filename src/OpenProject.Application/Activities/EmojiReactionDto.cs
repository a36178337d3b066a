using OpenProject.Application.Resources;

namespace OpenProject.Application.Activities;

/// <summary>All reactions to one activity with the same sign, as read.</summary>
public sealed class EmojiReactionDto : IResourceDto
{
    /// <summary>The id of the first of them.</summary>
    public long Id { get; init; }

    /// <summary>The activity.</summary>
    public long JournalId { get; init; }

    /// <summary>The sign's name.</summary>
    public string Reaction { get; init; } = "";

    /// <summary>When somebody reacted so first, UTC.</summary>
    public DateTime FirstReactionAt { get; init; }

    /// <summary>Who reacted so, in order.</summary>
    public IReadOnlyList<Reference> ReactingUsers { get; init; } = [];

    /// <summary>The key in hrefs: activity and sign.</summary>
    public string Code => $"{JournalId}-{Reaction}";
}

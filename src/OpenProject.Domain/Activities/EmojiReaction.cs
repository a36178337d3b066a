using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Activities;

/// <summary>What somebody feels about an activity, in one sign.</summary>
public sealed class EmojiReaction : IContent
{
    /// <summary>Longest name of a sign.</summary>
    public const int NameLimit = 40;

    private EmojiReaction()
    {
    }

    /// <summary>A reaction.</summary>
    /// <param name="journalId">The activity.</param>
    /// <param name="userId">Who reacts.</param>
    /// <param name="reaction">A name of <see cref="Emojis"/>.</param>
    /// <param name="now">When, UTC.</param>
    /// <exception cref="BrokenRule">There is no sign of that name.</exception>
    public EmojiReaction(long journalId, long userId, string reaction, DateTime now)
    {
        if (!Emojis.All.ContainsKey(reaction))
            throw new BrokenRule("reaction", "Reaction is not set to one of the allowed values.");
        (JournalId, UserId, Reaction, CreatedAt) = (journalId, userId, reaction, now);
    }

    /// <summary>The database identity; the order in which people reacted.</summary>
    public long Id { get; private set; }

    /// <summary>The activity.</summary>
    public long JournalId { get; private set; }

    /// <summary>The activity; for queries only.</summary>
    public WorkPackageJournal Journal { get; private set; } = null!;

    /// <summary>Who reacted.</summary>
    public long UserId { get; private set; }

    /// <summary>Who reacted; for queries only.</summary>
    public Principal User { get; private set; } = null!;

    /// <summary>The sign's name.</summary>
    public string Reaction { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime CreatedAt { get; private set; }
}

using OpenProject.Domain.Common;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Reminders;

/// <summary>A user wants to be told of a work package at some time.</summary>
public sealed class Reminder : AggregateRoot, IContent
{
    /// <summary>Longest note.</summary>
    public const int NoteLimit = 128;

    private Reminder()
    {
    }

    /// <summary>Who.</summary>
    public long UserId { get; private set; }

    /// <summary>Who; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>Of what.</summary>
    public long WorkPackageId { get; private set; }

    /// <summary>Of what; for queries only.</summary>
    public WorkPackage WorkPackage { get; private set; } = null!;

    /// <summary>When, UTC; null until it is said.</summary>
    public DateTime? RemindAt { get; private set; }

    /// <summary>What he wrote to himself; null for nothing.</summary>
    public string? Note { get; private set; }

    /// <summary>When he was told, UTC; null while it is still to come.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>A reminder whose time is still to be said.</summary>
    public static Reminder Draft(long userId, long workPackageId) => new() { UserId = userId, WorkPackageId = workPackageId };

    /// <summary>Reminds at a time.</summary>
    /// <exception cref="BrokenRule">It is over.</exception>
    public void RemindOn(DateTime? at, DateTime now)
    {
        if (at <= now)
            throw new BrokenRule("remindAt", "Remind at must be in the future.");
        RemindAt = at;
    }

    /// <summary>Says why.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Say(string? note) => Note = TextRule.Optional(note, "note", "Note", NoteLimit);
}

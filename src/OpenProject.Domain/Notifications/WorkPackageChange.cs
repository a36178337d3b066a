using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Notifications;

/// <summary>What happened to a work package, as far as it is a reason to tell people who have nothing else to do with it.</summary>
/// <param name="IsNew">It was created.</param>
/// <param name="IsComment">Something was said.</param>
/// <param name="HasStatus">It has another status.</param>
/// <param name="HasPriority">It has another priority.</param>
/// <param name="HasDates">It begins or ends on another day, or takes another time.</param>
public readonly record struct WorkPackageChange(bool IsNew, bool IsComment, bool HasStatus, bool HasPriority, bool HasDates)
{
    /// <summary>What a journal tells.</summary>
    /// <param name="journal">The state that came of it.</param>
    /// <param name="before">The state before; null for the first.</param>
    public static WorkPackageChange Of(WorkPackageJournal journal, WorkPackageJournal? before) => new(
        before is null,
        journal.Notes is not null,
        before is not null && journal.StatusId != before.StatusId,
        before is not null && journal.PriorityId != before.PriorityId,
        before is not null && (journal.StartDate, journal.DueDate, journal.DurationDays) != (before.StartDate, before.DueDate, before.DurationDays));
}

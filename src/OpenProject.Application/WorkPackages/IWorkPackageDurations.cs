using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkPackages;

/// <summary>Counts anew how long work packages take, by set-based statements in the caller's transaction.</summary>
public interface IWorkPackageDurations
{
    /// <summary>
    /// Stores the working days between the dates of work packages, and in their latest journal, where they are others than before:
    /// nobody has changed them, so neither lock version nor time of change does.
    /// </summary>
    /// <param name="calendar">The days that are worked on now.</param>
    /// <param name="on">The one day that has changed; null when others may have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RecountAsync(WorkingCalendar calendar, DateOnly? on, CancellationToken cancellationToken);
}

using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>What notifications are told and marked by, many with one statement.</summary>
public interface INotificationTable
{
    /// <summary>Whether there are activities that have still to be told.</summary>
    Task<bool> HasUntoldAsync(CancellationToken cancellationToken);

    /// <summary>Whether there are reminders whose time has come.</summary>
    Task<bool> HasDueAsync(DateTime now, CancellationToken cancellationToken);

    /// <summary>Waits for the turn to tell, in a transaction: of all servers one tells at a time, and what it has told is known to the next.</summary>
    Task TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Marks the rows of a query.</summary>
    Task MarkAsync(IQueryable<Notification> rows, bool read, DateTime now, CancellationToken cancellationToken);

    /// <summary>Adds rows; for activities also notes that these have been told, unless they were changed after a time.</summary>
    /// <param name="notifications">The rows.</param>
    /// <param name="activityIds">The activities.</param>
    /// <param name="seenAt">The last change of them that is told; what came later has still to be, UTC.</param>
    /// <param name="now">When they are told, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task TellAsync(
        IReadOnlyCollection<Notification> notifications, IReadOnlyCollection<long> activityIds, DateTime seenAt, DateTime now, CancellationToken cancellationToken);

    /// <summary>Adds rows, and notes that these reminders are over.</summary>
    Task RemindAsync(IReadOnlyCollection<Notification> notifications, IReadOnlyCollection<long> reminderIds, DateTime now, CancellationToken cancellationToken);
}

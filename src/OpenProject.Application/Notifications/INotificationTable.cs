using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>What notifications are told and marked by, many with one statement.</summary>
public interface INotificationTable
{
    /// <summary>Whether there are activities that have still to be told, beside those that rest.</summary>
    Task<bool> HasUntoldAsync(IReadOnlyCollection<long> resting, CancellationToken cancellationToken);

    /// <summary>Whether there are reminders whose time has come.</summary>
    Task<bool> HasDueAsync(DateTime now, CancellationToken cancellationToken);

    /// <summary>Waits for the turn to tell, in a transaction: of all servers one tells at a time, and what it has told is known to the next.</summary>
    Task TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Marks the rows of a query.</summary>
    Task MarkAsync(IQueryable<Notification> rows, bool read, DateTime now, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that these activities have been told, in the transaction in which they are read afterwards: who wants to change one waits
    /// for its end, and then makes it untold again.
    /// </summary>
    Task NoteAsync(IReadOnlyCollection<long> activityIds, DateTime now, CancellationToken cancellationToken);

    /// <summary>Adds rows.</summary>
    Task TellAsync(IReadOnlyCollection<Notification> notifications, CancellationToken cancellationToken);

    /// <summary>Adds rows, and notes that these reminders are over, unless somebody has put one off since.</summary>
    Task RemindAsync(IReadOnlyCollection<Notification> notifications, IReadOnlyCollection<long> reminderIds, DateTime now, CancellationToken cancellationToken);
}

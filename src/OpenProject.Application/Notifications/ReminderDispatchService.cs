using OpenProject.Application.Common;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Reminders;

namespace OpenProject.Application.Notifications;

/// <summary>Reminds people of what they wanted to be reminded of. That one is over, and that its user is told, is stored in one transaction.</summary>
public sealed class ReminderDispatchService(IReadStore store, INotificationTable table, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>Reminds of all whose time has come; where one cannot be told of, of all others.</summary>
    /// <exception cref="AggregateException">Of some nobody could be told.</exception>
    public async Task RemindAllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await table.HasDueAsync(now, cancellationToken))
            return;
        var (after, halving) = (0L, new Halving(unitOfWork));
        List<long> batch;
        do
        {
            batch = await store.ListAsync(Due(now).Where(r => r.Id > after).OrderBy(r => r.Id).Take(BatchSize).Select(r => r.Id), cancellationToken);
            if (batch.Count == 0)
                break;
            after = batch[^1];
            await halving.TellAsync(batch, id => id, (some, token) => RemindAsync([.. some], now, token), cancellationToken);
        }
        while (batch.Count == BatchSize);
        halving.ThrowIfAny();
    }

    private IQueryable<Reminder> Due(DateTime now) => store.Rows<Reminder>().Where(r => r.RemindedAt == null && r.RemindAt <= now);

    private async Task RemindAsync(List<long> ids, DateTime now, CancellationToken cancellationToken)
    {
        await table.TakeTurnAsync(cancellationToken);

        // Another server may have reminded of them meanwhile.
        var due = await store.ListAsync(Due(now).Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id), cancellationToken);
        await table.RemindAsync([.. due.Select(r => Notification.OfReminder(r.UserId, r.WorkPackageId, now))], [.. due.Select(r => r.Id)], now, cancellationToken);
    }
}

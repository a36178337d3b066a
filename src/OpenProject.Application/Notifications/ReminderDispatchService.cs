using OpenProject.Application.Common;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Reminders;

namespace OpenProject.Application.Notifications;

/// <summary>Reminds people of what they wanted to be reminded of. That one is over, and that its user is told, is stored in one transaction.</summary>
public sealed class ReminderDispatchService(IReadStore store, INotificationTable table, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>Reminds of all whose time has come.</summary>
    public async Task RemindAllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        while (await table.HasDueAsync(now, cancellationToken) && await RemindAsync(now, cancellationToken) > 0)
        {
            // More may have come.
        }
    }

    private async Task<int> RemindAsync(DateTime now, CancellationToken cancellationToken)
    {
        var count = 0;
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await table.TakeTurnAsync(token);
                var due = await store.ListAsync(
                    store.Rows<Reminder>().Where(r => r.RemindedAt == null && r.RemindAt <= now).OrderBy(r => r.Id).Take(BatchSize), token);
                count = due.Count;
                await table.RemindAsync(
                    [.. due.Select(r => Notification.OfReminder(r.UserId, r.WorkPackageId, now))], [.. due.Select(r => r.Id)], now, token);
            },
            cancellationToken);
        return count;
    }
}

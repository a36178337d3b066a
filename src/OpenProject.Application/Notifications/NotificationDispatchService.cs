using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Notifications;

/// <summary>
/// Tells people of activities. An activity that has still to be told says so itself, so it is noted in the transaction of the
/// change; that it is told, and whom, is stored in one transaction too. Wherever a server ends, nothing is lost and nobody
/// is told twice.
/// </summary>
public sealed class NotificationDispatchService(IReadStore store, INotificationTable table, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>Tells of all that has still to be told, many activities at a time.</summary>
    public async Task TellAllAsync(CancellationToken cancellationToken)
    {
        while (await table.HasUntoldAsync(cancellationToken) && await TellAsync(cancellationToken) > 0)
        {
            // More may have come.
        }
    }

    private async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await table.TakeTurnAsync(token);
                var untold = await store.ListAsync(store.Rows<WorkPackageJournal>().Where(j => j.NotifiedAt == null).Select(j => j.Id).Order().Take(BatchSize), token);
                count = untold.Count;
                if (count == 0)
                    return;
                var now = clock.GetUtcNow().UtcDateTime;

                // What is read only now is what is noted as told.
                await table.NoteAsync(untold, now, token);
                var activities = await store.ListAsync(store.Rows<WorkPackageJournal>().Where(j => untold.Contains(j.Id)).OrderBy(j => j.Id), token);
                await table.TellAsync(await new ActivityAudience(store, activities).NotificationsAsync(now, token), token);
            },
            cancellationToken);
        return count;
    }
}

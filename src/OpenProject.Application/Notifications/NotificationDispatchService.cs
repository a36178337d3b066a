using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Notifications;

/// <summary>
/// Tells people of activities. An activity that has still to be told says so itself, so it is noted in the transaction of the
/// change; that it is told, and whom, is stored in one transaction too. Wherever a server ends, nothing is lost and nobody
/// is told twice. One that cannot be told rests, and keeps none of the others.
/// </summary>
public sealed class NotificationDispatchService(
    IReadStore store, INotificationTable table, IUnitOfWork unitOfWork, IRestingActivities resting, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>Tells of all that has still to be told, many activities at a time.</summary>
    public async Task TellAllAsync(CancellationToken cancellationToken)
    {
        while (await table.HasUntoldAsync(resting.Ids, cancellationToken) && await TellManyAsync(cancellationToken))
        {
            // More may have come.
        }
    }

    private async Task<bool> TellManyAsync(CancellationToken cancellationToken)
    {
        var ids = resting.Ids;
        var untold = store.Rows<WorkPackageJournal>().Where(j => j.NotifiedAt == null && !ids.Contains(j.Id)).Select(j => j.Id).Order().Take(BatchSize);
        try
        {
            return await TellAsync(untold, cancellationToken) > 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One of them is to blame, and says so when it is told alone.
            unitOfWork.Discard();
            return await TellSinglyAsync(untold, cancellationToken);
        }
    }

    private async Task<bool> TellSinglyAsync(IQueryable<long> untold, CancellationToken cancellationToken)
    {
        var ids = await store.ListAsync(untold, cancellationToken);
        foreach (var id in ids)
        {
            try
            {
                await TellAsync(store.Rows<WorkPackageJournal>().Where(j => j.NotifiedAt == null && j.Id == id).Select(j => j.Id), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                unitOfWork.Discard();
                resting.Rest(id, exception);
            }
        }

        return ids.Count > 0;
    }

    private async Task<int> TellAsync(IQueryable<long> wanted, CancellationToken cancellationToken)
    {
        List<long> untold = [];
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await table.TakeTurnAsync(token);
                untold = await store.ListAsync(wanted, token);
                if (untold.Count == 0)
                    return;
                var now = clock.GetUtcNow().UtcDateTime;

                // What is read only now is what is noted as told.
                await table.NoteAsync(untold, now, token);
                var activities = await store.ListAsync(store.Rows<WorkPackageJournal>().Where(j => untold.Contains(j.Id)).OrderBy(j => j.Id), token);
                await foreach (var notifications in new ActivityAudience(store, activities).NotificationsAsync(now, token))
                    await table.TellAsync(notifications, token);
            },
            cancellationToken);
        resting.Forget(untold);
        return untold.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.Notifications;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Reminders;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Notifications;

/// <summary>Statements over notifications. On SQLite the transaction is the turn, as there is one writer; on SQL Server it takes a lock, which ends with it.</summary>
internal sealed class NotificationTable(OpenProjectDbContext context, IUnitOfWork unitOfWork) : INotificationTable
{
    /// <summary>Takes the lock, in a transaction; patience is below the usual timeout of a command.</summary>
    public const string Statement =
        """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = N'openproject_notifications', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 20000;
        IF @granted < 0 THROW 50002, N'Another server tells and does not come to an end.', 1;
        """;

    public Task<bool> HasUntoldAsync(IReadOnlyCollection<long> resting, CancellationToken cancellationToken) =>
        context.Set<WorkPackageJournal>().Where(j => j.NotifiedAt == null && !resting.Contains(j.Id)).TagWith(PeriodicWork.QueryTag).AnyAsync(cancellationToken);

    public Task<bool> HasDueAsync(DateTime now, CancellationToken cancellationToken) =>
        context.Set<Reminder>().Where(r => r.RemindedAt == null && r.RemindAt <= now).TagWith(PeriodicWork.QueryTag).AnyAsync(cancellationToken);

    public Task TakeTurnAsync(CancellationToken cancellationToken) =>
        context is SqlServerDbContext ? context.Database.ExecuteSqlRawAsync(Statement, cancellationToken) : Task.CompletedTask;

    public Task MarkAsync(IQueryable<Notification> rows, bool read, DateTime now, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        async token =>
        {
            await rows.Where(n => n.Read != read).ExecuteUpdateAsync(set => set.SetProperty(n => n.Read, read).SetProperty(n => n.UpdatedAt, now), token);

            // A save of nothing tells that no more than content has changed, so nobody need forget what he knows of permissions.
            await unitOfWork.SaveAsync(token);
        },
        cancellationToken);

    public Task NoteAsync(IReadOnlyCollection<long> activityIds, DateTime now, CancellationToken cancellationToken) =>
        context.Set<WorkPackageJournal>().Where(j => activityIds.Contains(j.Id)).ExecuteUpdateAsync(set => set.SetProperty(j => j.NotifiedAt, now), cancellationToken);

    public Task TellAsync(IReadOnlyCollection<Notification> notifications, CancellationToken cancellationToken) => AddAsync(notifications, cancellationToken);

    public async Task RemindAsync(
        IReadOnlyCollection<Notification> notifications, IReadOnlyCollection<long> reminderIds, DateTime now, CancellationToken cancellationToken)
    {
        await AddAsync(notifications, cancellationToken);
        await context.Set<Reminder>().Where(r => reminderIds.Contains(r.Id) && r.RemindAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.RemindedAt, now), cancellationToken);
    }

    // Many rows a statement, and none of them is looked at again.
    private async Task AddAsync(IReadOnlyCollection<Notification> notifications, CancellationToken cancellationToken)
    {
        context.AddRange(notifications);
        await unitOfWork.SaveAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}

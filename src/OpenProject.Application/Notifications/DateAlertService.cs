using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Notifications;

/// <summary>
/// Tells the assignee, whoever answers for it and the watchers of a work package that is open when its days are near or over.
/// A day is one of UTC. Of a date one is told once a day, whichever servers do it and how often.
/// </summary>
public sealed class DateAlertService(IReadStore store, INotificationTable table, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>Tells of the dates of the present day; where one cannot be told of, of all others.</summary>
    /// <exception cref="AggregateException">Of some nobody could be told.</exception>
    public async Task AlertAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var (after, halving) = (0L, new Halving(unitOfWork));
        List<Dated> batch;
        do
        {
            batch = await store.ListAsync(Near(today).Where(w => w.Id > after).OrderBy(w => w.Id).Take(BatchSize), cancellationToken);
            if (batch.Count == 0)
                break;
            after = batch[^1].Id;
            await halving.TellAsync(
                batch,
                work => work.Id,
                async (some, token) =>
                {
                    await table.TakeTurnAsync(token);
                    await table.TellAsync(await AlertsAsync(some, today, now, token), token);
                },
                cancellationToken);
        }
        while (batch.Count == BatchSize);
        halving.ThrowIfAny();
    }

    private IQueryable<Dated> Near(DateOnly today)
    {
        List<DateOnly?> days = [.. NotificationSetting.DaysBefore.Select(d => (DateOnly?)today.AddDays(d))];
        var overdue = store.Rows<NotificationSetting>().Where(s => s.OverdueDays != null);
        return store.Rows<WorkPackage>()
            .Where(w => w.StatusKind == StatusKind.Open && (days.Contains(w.StartDate) || days.Contains(w.DueDate) || (w.DueDate < today && overdue.Any())))
            .Select(w => new Dated
            {
                Id = w.Id,
                ProjectId = w.ProjectId,
                AssigneeId = w.AssigneeId,
                ResponsibleId = w.ResponsibleId,
                StartDate = w.StartDate,
                DueDate = w.DueDate,
                IsMilestone = w.Type.IsMilestone,
            });
    }

    private async Task<IReadOnlyList<Notification>> AlertsAsync(IReadOnlyList<Dated> batch, DateOnly today, DateTime now, CancellationToken cancellationToken)
    {
        List<long> ids = [.. batch.Select(w => w.Id)], projectIds = [.. batch.Select(w => w.ProjectId).Distinct()];
        List<long> charged = [.. batch.SelectMany(w => new[] { w.AssigneeId, w.ResponsibleId }).OfType<long>().Distinct()];
        var members = (await store.ListAsync(store.Rows<GroupMember>().Where(m => charged.Contains(m.GroupId)), cancellationToken)).ToLookup(m => m.GroupId, m => m.UserId);
        var watchers = (await store.ListAsync(store.Rows<Watcher>().Where(w => ids.Contains(w.WorkPackageId)), cancellationToken)).ToLookup(w => w.WorkPackageId, w => w.UserId);
        var involved = batch.ToDictionary(
            w => w.Id,
            w => new[] { w.AssigneeId, w.ResponsibleId }.OfType<long>().SelectMany(id => members[id].Append(id)).Concat(watchers[w.Id]).ToHashSet());
        List<long> people = [.. involved.Values.SelectMany(users => users).Distinct()];
        var settings = (await store.ListAsync(
            store.Rows<NotificationSetting>().Where(s => people.Contains(s.UserId) && (s.ProjectId == null || projectIds.Contains(s.ProjectId.Value))), cancellationToken)).ToLookup(s => s.UserId);
        var spectators = (await store.ListAsync(Spectators.Among(projectIds, people, Permission.ViewWorkPackages, store), cancellationToken))
            .Select(s => (s.ProjectId, s.UserId)).ToHashSet();
        var told = (await store.ListAsync(
            store.Rows<Notification>().Where(n => n.AlertedOn == today && ids.Contains(n.WorkPackageId)).Select(n => new { n.WorkPackageId, n.RecipientId, n.AlertedDate }), cancellationToken))
            .Select(n => (n.WorkPackageId, n.RecipientId, n.AlertedDate)).ToHashSet();
        return
        [
            .. from w in batch
               from userId in involved[w.Id]
               where spectators.Contains((w.ProjectId, userId))
               let setting = settings[userId].FirstOrDefault(s => s.ProjectId == w.ProjectId) ?? settings[userId].FirstOrDefault(s => s.ProjectId == null) ?? NotificationSetting.Usual(userId)
               from date in DatesOf(w, setting, today)
               where !told.Contains((w.Id, userId, date))
               select Notification.OfDate(userId, w.Id, date, today, now),
        ];
    }

    private static IEnumerable<AlertedDate> DatesOf(Dated work, NotificationSetting setting, DateOnly today)
    {
        if (!work.IsMilestone && work.StartDate is { } start && setting.StartDateDays is { } before && start == today.AddDays(before))
            yield return AlertedDate.StartDate;
        if (work.DueDate is not { } due)
            yield break;
        var over = today.DayNumber - due.DayNumber;
        if ((setting.DueDateDays is { } days && over == -days) || (over > 0 && setting.OverdueDays is { } every && over % every == 0))
            yield return work.IsMilestone ? AlertedDate.Date : AlertedDate.DueDate;
    }

    private sealed class Dated
    {
        public long Id { get; init; }

        public long ProjectId { get; init; }

        public long? AssigneeId { get; init; }

        public long? ResponsibleId { get; init; }

        public DateOnly? StartDate { get; init; }

        public DateOnly? DueDate { get; init; }

        public bool IsMilestone { get; init; }
    }
}

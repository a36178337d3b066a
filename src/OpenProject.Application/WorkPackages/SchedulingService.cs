using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.WorkSchedule;
using OpenProject.Domain.Common;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;

namespace OpenProject.Application.WorkPackages;

/// <summary>Keeps work packages that are scheduled automatically where their children and predecessors put them.</summary>
public sealed class SchedulingService(
    IReadStore store, IScheduleTable table, IWorkPackageTree tree, CalendarService calendars, ICurrentActor actor, TimeProvider clock)
{
    private static readonly Expression<Func<IReadStore, List<long>, IQueryable<Kin>>> KinOf = (store, ids) =>
        store.Rows<WorkPackageHierarchy>().Where(h => ids.Contains(h.DescendantId)).Select(h => new Kin { Id = h.AncestorId, IsAbove = true })
            .Concat(store.Rows<WorkPackageHierarchy>().Where(h => h.Depth == 1 && ids.Contains(h.AncestorId))
                .Select(h => new Kin { Id = h.DescendantId, IsAbove = false }));

    private static readonly Expression<Func<IReadStore, List<long>, IQueryable<Relation>>> PrecedencesOf = (store, ids) =>
        store.Rows<Relation>().Where(r => r.Type == RelationType.Follows && ids.Contains(r.FromId));

    private static readonly Expression<Func<IReadStore, List<long>, IQueryable<Row>>> RowsOf = (store, ids) =>
        store.Rows<WorkPackage>().Where(w => ids.Contains(w.Id)).Select(w => new Row
        {
            Id = w.Id,
            ParentId = w.ParentId,
            IsManual = w.ScheduleManually,
            IsMilestone = w.Type.IsMilestone,
            IgnoresNonWorkingDays = w.IgnoreNonWorkingDays,
            Start = w.StartDate,
            Due = w.DueDate,
            Duration = w.DurationDays,
        });

    /// <summary>The part of the plan that decides about a work package as it shall be. Three statements.</summary>
    /// <param name="draft">The work package, stored or not.</param>
    /// <param name="isMilestone">Whether the type it shall have is a milestone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Schedule> AroundAsync(WorkPackage draft, bool isMilestone, CancellationToken cancellationToken)
    {
        var dates = new Dates(draft.StartDate, draft.DueDate, draft.DurationDays);
        var drafted = new ScheduledWork(draft.Id, draft.ParentId, draft.ScheduleManually, isMilestone, draft.IgnoreNonWorkingDays, dates);
        return AroundAsync([.. new[] { draft.Id, draft.ParentId ?? 0 }.Where(id => id > 0)], drafted, cancellationToken);
    }

    private async Task<Schedule> AroundAsync(IReadOnlyCollection<long> ids, ScheduledWork? drafted, CancellationToken cancellationToken)
    {
        var kin = await store.ListByIdsAsync(KinOf, [.. ids], cancellationToken);
        var waiting = ids.Concat(kin.Where(k => k.IsAbove).Select(k => k.Id)).Distinct().ToList();
        var precedences = await store.ListByIdsAsync(PrecedencesOf, waiting, cancellationToken);
        var known = waiting.Concat(kin.Select(k => k.Id)).Concat(precedences.Select(p => p.ToId)).Distinct().ToList();
        var work = (await store.ListByIdsAsync(RowsOf, known, cancellationToken)).Select(row => row.ToWork());
        if (drafted is not null)
            work = work.Where(w => w.Id != drafted.Id).Append(drafted);
        return new Schedule(work, precedences.Select(p => new Precedence(p.FromId, p.ToId, p.Lag)), await calendars.GetAsync(cancellationToken));
    }

    /// <summary>
    /// Moves all that has to move because some work packages have changed, and derives anew what those above know from them. Inside
    /// the transaction of the change, in the turn of scheduling. Leaves as invalid when something would move beyond the year 9999.
    /// </summary>
    /// <param name="changed">What has changed.</param>
    /// <param name="prepare">Changes modes before anything moves; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RescheduleAsync(IReadOnlyCollection<Unsettled> changed, Action<Schedule>? prepare, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
            return;
        var reached = await table.ReachedFromAsync(changed, cancellationToken);
        var schedule = await AroundAsync(reached, drafted: null, cancellationToken);
        prepare?.Invoke(schedule);
        var moved = Moved(schedule, reached);
        if (moved.Count == 0)
            return;
        var actorId = actor.Id ?? throw new InvalidOperationException("Nobody acts: what is rescheduled needs an author for its journal.");
        await table.StoreAsync(moved, actorId, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await tree.DeriveUpwardsAsync([.. moved.Select(w => w.Id)], cancellationToken);
    }

    /// <summary>What has to be rescheduled when some work packages are removed: what follows them, and what spans them.</summary>
    /// <param name="gone">The ids of all that are removed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<List<Unsettled>> BereftOfAsync(IQueryable<long> gone, CancellationToken cancellationToken)
    {
        var following = await store.ListAsync(
            store.Rows<Relation>().Where(r => r.Type == RelationType.Follows && gone.Contains(r.ToId) && !gone.Contains(r.FromId)).Select(r => r.FromId).Distinct(),
            cancellationToken);
        var spanning = await store.ListAsync(
            store.Rows<WorkPackage>().Where(w => gone.Contains(w.Id) && w.ParentId != null && !gone.Contains(w.ParentId.Value)).Select(w => w.ParentId!.Value).Distinct(),
            cancellationToken);
        return [.. following.Select(id => new Unsettled(id, WithConditions: true)), .. spanning.Select(id => new Unsettled(id, WithConditions: false))];
    }

    private static IReadOnlyList<ScheduledWork> Moved(Schedule schedule, List<long> reached)
    {
        try
        {
            return schedule.Reschedule(reached);
        }
        catch (BrokenRule beyond)
        {
            throw new ProblemException(new Problem.Invalid(beyond.Member, beyond.Message));
        }
    }

    private sealed class Kin
    {
        public long Id { get; init; }

        public bool IsAbove { get; init; }
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public long? ParentId { get; init; }

        public bool IsManual { get; init; }

        public bool IsMilestone { get; init; }

        public bool IgnoresNonWorkingDays { get; init; }

        public DateOnly? Start { get; init; }

        public DateOnly? Due { get; init; }

        public int? Duration { get; init; }

        public ScheduledWork ToWork() => new(Id, ParentId, IsManual, IsMilestone, IgnoresNonWorkingDays, new Dates(Start, Due, Duration));
    }
}

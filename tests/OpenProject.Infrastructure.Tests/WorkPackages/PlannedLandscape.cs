using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.WorkSchedule;
using OpenProject.Domain.Relations;
using OpenProject.Domain.Types;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Tests.WorkPackages;

/// <summary>A database with work packages of a plan, that can be rescheduled.</summary>
internal sealed class PlannedLandscape : IDisposable
{
    private readonly Landscape landscape;
    private readonly WorkPackageType milestone;

    private PlannedLandscape(Landscape landscape)
    {
        this.landscape = landscape;
        milestone = WorkPackageType.Create("Milestone", 2, null, landscape.Database.Now);
        milestone.BeMilestone(isMilestone: true);
    }

    public FakeTimeProvider Clock => landscape.Database.Clock;

    public static async Task<PlannedLandscape> CreateAsync(DatabaseProvider provider)
    {
        var planned = new PlannedLandscape(await Landscape.CreateAsync(provider));
        await planned.landscape.Database.StoreAsync(planned.milestone);
        await planned.landscape.Database.StoreAsync([.. WeekDay.Usual()]);
        return planned;
    }

    /// <summary>Stores work packages, parents before children, and what they follow; ids are those of the database, by those given.</summary>
    public async Task<Dictionary<long, long>> StoreAsync(IReadOnlyList<ScheduledWork> work, IReadOnlyList<Precedence> precedences)
    {
        var rows = new Dictionary<long, WorkPackage>();
        await using var context = landscape.Database.Open();
        for (IReadOnlyList<ScheduledWork> level = [.. work.Where(w => w.ParentId is null)]; level.Count > 0; level = [.. work.Where(w => level.Any(p => p.Id == w.ParentId))])
        {
            foreach (var one in level)
            {
                var type = one.IsMilestone ? milestone.Id : landscape.Type.Id;
                var row = WorkPackage.Create(landscape.Project.Id, type, landscape.Open.Id, landscape.Priority.Id, $"{one.Id}", landscape.User.Id, landscape.Database.Now);
                row.MoveBelow(one.ParentId is { } parent ? rows[parent].Id : null);
                row.PlanByHand(one.IsManual);
                row.CountEveryDay(one.IgnoresNonWorkingDays);
                row.StartOn(one.Dates.Start);
                row.DueOn(one.Dates.Due);
                row.LastFor(one.Dates.Duration);
                rows.Add(one.Id, row);
                context.Add(row);
            }

            await landscape.Database.UnitOfWork(context, landscape.User.Id).SaveAsync(default);
        }

        context.AddRange(precedences.Select(p => Relation.Create(rows[p.SuccessorId].Id, rows[p.PredecessorId].Id, RelationType.Follows, p.Lag)));
        await landscape.Database.UnitOfWork(context, landscape.User.Id).SaveAsync(default);
        await new ClosureTable(context, "work_packages", "work_package_hierarchies").PlantAllAsync(default);
        return rows.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
    }

    /// <summary>All work packages as they are stored.</summary>
    public async Task<IReadOnlyList<WorkPackage>> ReadAsync()
    {
        await using var context = landscape.Database.Open();
        return await context.Set<WorkPackage>().Include(w => w.Type).OrderBy(w => w.Id).ToListAsync();
    }

    /// <summary>The journals as they are stored.</summary>
    public async Task<IReadOnlyList<WorkPackageJournal>> ReadJournalsAsync()
    {
        await using var context = landscape.Database.Open();
        return await context.Set<WorkPackageJournal>().OrderBy(j => j.Id).ToListAsync();
    }

    /// <summary>Changes the dates of one by hand, as a save would, without anything else.</summary>
    public async Task RedateAsync(long id, DateOnly? start, DateOnly? due)
    {
        await using var context = landscape.Database.Open();
        await context.Set<WorkPackage>().Where(w => w.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.StartDate, start).SetProperty(w => w.DueDate, due));
    }

    public async Task HideJournalsAsync()
    {
        await using var context = landscape.Database.Open();
        await context.Set<WorkPackageJournal>().ExecuteUpdateAsync(set => set.SetProperty(j => j.Internal, true));
    }

    public async Task RescheduleAsync(Unsettled[] changed, IInterceptor? watcher = null)
    {
        await using var context = watcher is null ? landscape.Database.Open() : landscape.Database.Open(watcher);
        var store = new EfReadStore(context, new CompiledQueries());
        var actor = new CurrentActor();
        actor.ActAs(landscape.User.Id);
        var calendars = new CalendarService(store, new CalendarMemory(new ChangeSignal(), landscape.Database.Clock));
        var scheduling = new SchedulingService(store, new ScheduleTable(context, actor), new WorkPackageTree(context), calendars, actor, landscape.Database.Clock);
        await landscape.Database.UnitOfWork(context, landscape.User.Id).InTransactionAsync(token => scheduling.RescheduleAsync(changed, prepare: null, token), default);
    }

    public void Dispose() => landscape.Dispose();
}

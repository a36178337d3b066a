using OpenProject.Application.Budgets;
using OpenProject.Application.Queries;
using OpenProject.Application.Statuses;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.Types;
using OpenProject.Application.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>Sums up how a project stands, by statements that count: however much there is in it, they are the same few.</summary>
public sealed class ProjectOverviewService(
    ResourceReader reader,
    WorkspaceService workspaces,
    WorkPackageResource workPackages,
    StatusResource statuses,
    TypeResource types,
    TimeEntryResource timeEntries,
    BudgetResource budgets,
    TimeProvider clock)
{
    private const int MostBudgets = 100;
    private const int RecentDays = 30;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>How a visible project stands; leaves as not found otherwise.</summary>
    /// <param name="project">The id or the identifier.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ProjectOverview> FindAsync(string project, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdOfAsync(project, cancellationToken);
        var held = await reader.Access.InProjectAsync(id);
        return new ProjectOverview(
            id,
            held.Contains(Permission.ViewWorkPackages) ? await WorkAsync(id, cancellationToken) : null,
            held.Overlaps(TimeEntryRights.Seeing) ? await TimeAsync(id, cancellationToken) : null,
            held.Overlaps(BudgetResource.Seeing) ? await BudgetsAsync(id, cancellationToken) : null);
    }

    private async Task<WorkOverview> WorkAsync(long projectId, CancellationToken cancellationToken)
    {
        var today = Today;
        var counted = await reader.Store.ListAsync(
            reader.Visible(workPackages).Where(w => w.ProjectId == projectId).GroupBy(w => new { w.StatusId, w.Status.IsClosed, w.TypeId }).Select(g => new Counted
            {
                StatusId = g.Key.StatusId,
                IsClosed = g.Key.IsClosed,
                TypeId = g.Key.TypeId,
                Count = g.Count(),
                Overdue = g.Sum(w => w.DueDate < today ? 1 : 0),
                Unassigned = g.Sum(w => w.AssigneeId == null ? 1 : 0),
                Estimated = g.Sum(w => (long)(w.EstimatedMinutes ?? 0)),
                Remaining = g.Sum(w => (long)(w.RemainingMinutes ?? 0)),
            }),
            cancellationToken);
        var statusNames = await reader.TitlesAsync(statuses, [.. counted.Select(c => c.StatusId).Distinct()], cancellationToken);
        var typeNames = await reader.TitlesAsync(types, [.. counted.Select(c => c.TypeId).Distinct()], cancellationToken);
        var open = counted.Where(c => !c.IsClosed).ToList();
        return new WorkOverview(
            counted.Sum(c => c.Count),
            open.Sum(c => c.Count),
            open.Sum(c => c.Overdue),
            open.Sum(c => c.Unassigned),
            counted.Sum(c => c.Estimated),
            counted.Sum(c => c.Remaining),
            CountsBy(counted, c => c.StatusId, statusNames),
            CountsBy(counted, c => c.TypeId, typeNames));
    }

    private async Task<TimeOverview> TimeAsync(long projectId, CancellationToken cancellationToken)
    {
        var since = Today.AddDays(1 - RecentDays);
        return await reader.Store.FirstOrDefaultAsync(
            reader.Visible(timeEntries).Where(t => t.ProjectId == projectId).GroupBy(_ => 1)
                .Select(g => new TimeOverview(g.Sum(t => (long)(t.Minutes ?? 0)), g.Sum(t => t.SpentOn >= since ? (long)(t.Minutes ?? 0) : 0L))),
            cancellationToken) ?? new TimeOverview(0, 0);
    }

    private Task<List<Titled>> BudgetsAsync(long projectId, CancellationToken cancellationToken) => reader.Store.ListAsync(
        reader.Visible(budgets).Where(b => b.ProjectId == projectId).OrderBy(b => b.Subject).ThenBy(b => b.Id).Take(MostBudgets).Select(b => new Titled { Id = b.Id, Title = b.Subject }),
        cancellationToken);

    private static IReadOnlyList<WorkCount> CountsBy(List<Counted> counted, Func<Counted, long> key, IReadOnlyDictionary<long, string?> names) =>
    [
        .. counted.GroupBy(key).OrderBy(g => g.Key)
            .Select(g => new WorkCount(g.Key, names.GetValueOrDefault(g.Key), g.Where(c => !c.IsClosed).Sum(c => c.Count), g.Where(c => c.IsClosed).Sum(c => c.Count))),
    ];

    private sealed class Counted
    {
        public long StatusId { get; init; }

        public bool IsClosed { get; init; }

        public long TypeId { get; init; }

        public int Count { get; init; }

        public int Overdue { get; init; }

        public int Unassigned { get; init; }

        public long Estimated { get; init; }

        public long Remaining { get; init; }
    }
}

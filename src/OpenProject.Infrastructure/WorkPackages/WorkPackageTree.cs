using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The tree over the closure table <c>work_package_hierarchies</c>.</summary>
internal sealed class WorkPackageTree(OpenProjectDbContext context) : IWorkPackageTree
{
    private readonly ClosureTable closure = new(context, "work_packages", "work_package_hierarchies");

    private DbSet<WorkPackage> WorkPackages => context.Set<WorkPackage>();

    private DbSet<WorkPackageHierarchy> Pairs => context.Set<WorkPackageHierarchy>();

    public Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken) =>
        closure.PlantAsync(id, parentId, cancellationToken);

    public Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken) =>
        closure.MoveAsync(id, parentId, cancellationToken);

    public async Task FellAsync(long id, CancellationToken cancellationToken)
    {
        // Pairs and relations refer to the rows and must go first, but tell which rows go: so these all name the top as parent before.
        var below = Pairs.Where(p => p.AncestorId == id && p.Depth > 0).Select(p => p.DescendantId);
        await WorkPackages.Where(w => below.Contains(w.Id)).ExecuteUpdateAsync(set => set.SetProperty(w => w.ParentId, id), cancellationToken);
        await context.Set<Relation>().Where(r => r.FromId == id || r.From.ParentId == id || r.ToId == id || r.To.ParentId == id).ExecuteDeleteAsync(cancellationToken);
        await Pairs.Where(p => p.DescendantId == id || p.Descendant.ParentId == id).ExecuteDeleteAsync(cancellationToken);
        await WorkPackages.Where(w => w.ParentId == id).ExecuteDeleteAsync(cancellationToken);
        await WorkPackages.Where(w => w.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task DeriveUpwardsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        await LockAsync(wanted, cancellationToken);
        var changed = (await Branches(wanted).ToListAsync(cancellationToken)).Select(branch => (branch.Id, branch.Stored, Values: branch.Derive()))
            .Where(branch => branch.Values != branch.Stored);
        foreach (var batch in changed.Chunk(JsonRows.BatchSize))
            await StoreAsync(JsonSerializer.Serialize(batch.Select(branch => DerivedRow.Of(branch.Id, branch.Values))), cancellationToken);
    }

    // Whoever else derives along the same branches waits until this transaction ends. Where there is one writer nobody else does.
    private Task LockAsync(List<long> ids, CancellationToken cancellationToken) => context is SqlServerDbContext
        ? WorkPackages.Where(w => Pairs.Any(p => p.AncestorId == w.Id && ids.Contains(p.DescendantId)))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.ParentId, w => w.ParentId), cancellationToken)
        : Task.CompletedTask;

    private IQueryable<Branch> Branches(List<long> ids) =>
        from up in WorkPackages
        where Pairs.Where(p => ids.Contains(p.DescendantId)).Select(p => p.AncestorId).Contains(up.Id)
        join down in Pairs on up.Id equals down.AncestorId
        let part = down.Descendant
        group new { down.Depth, Counts = !part.Status.ExcludedFromTotals, part.StartDate, part.DueDate, part.EstimatedMinutes, part.RemainingMinutes }
            by new
            {
                AncestorId = up.Id,
                up.DerivedStartDate,
                up.DerivedDueDate,
                up.DerivedEstimatedMinutes,
                up.DerivedRemainingMinutes,
                up.DerivedPercentageDone,
            }
        into branch
        select new Branch
        {
            Id = branch.Key.AncestorId,
            Stored = new DerivedValues(
                branch.Key.DerivedStartDate,
                branch.Key.DerivedDueDate,
                branch.Key.DerivedEstimatedMinutes,
                branch.Key.DerivedRemainingMinutes,
                branch.Key.DerivedPercentageDone),
            Levels = branch.Max(part => part.Depth),
            Start = branch.Min(part => part.Depth > 0 ? part.StartDate ?? part.DueDate : null),
            Due = branch.Max(part => part.Depth > 0 ? part.DueDate ?? part.StartDate : null),
            Work = branch.Sum(part => part.Counts ? (long)(part.EstimatedMinutes ?? 0) : 0),
            Remaining = branch.Sum(part => part.Counts ? (long)(part.RemainingMinutes ?? 0) : 0),
        };

    // Neither the lock version nor the time of change: nobody changed the ancestor.
    private Task<int> StoreAsync(string json, CancellationToken cancellationToken)
    {
        var sql = DerivedRow.Columns.Update(
            context,
            "work_packages",
            """
            derived_start_date = given.start_date, derived_due_date = given.due_date, derived_estimated_minutes = given.estimated,
            derived_remaining_minutes = given.remaining, derived_percentage_done = given.done
            """,
            "{0}");
        return context.Database.ExecuteSqlRawAsync(sql, [json], cancellationToken);
    }

    /// <summary>A work package summed up with all below it.</summary>
    private sealed class Branch
    {
        public long Id { get; init; }

        public DerivedValues Stored { get; init; }

        public int Levels { get; init; }

        public DateOnly? Start { get; init; }

        public DateOnly? Due { get; init; }

        public long Work { get; init; }

        public long Remaining { get; init; }

        public DerivedValues Derive() => Levels == 0 ? DerivedValues.None : DerivedValues.OfTotals(Start, Due, Work, Remaining);
    }
}

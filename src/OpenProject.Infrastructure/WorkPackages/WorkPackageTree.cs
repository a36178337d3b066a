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

    public async Task DeriveUpwardsAsync(long id, CancellationToken cancellationToken)
    {
        await closure.LockAsync(id, cancellationToken);
        foreach (var branch in await Branches(id).ToListAsync(cancellationToken))
        {
            var values = branch.Derive();
            if (values != branch.Stored)
                await StoreAsync(branch.Id, values, cancellationToken);
        }
    }

    private IQueryable<Branch> Branches(long id) =>
        from up in Pairs
        where up.DescendantId == id
        join down in Pairs on up.AncestorId equals down.AncestorId
        let part = down.Descendant
        group new { down.Depth, Counts = !part.Status.ExcludedFromTotals, part.StartDate, part.DueDate, part.EstimatedMinutes, part.RemainingMinutes }
            by new
            {
                up.AncestorId,
                up.Ancestor.DerivedStartDate,
                up.Ancestor.DerivedDueDate,
                up.Ancestor.DerivedEstimatedMinutes,
                up.Ancestor.DerivedRemainingMinutes,
                up.Ancestor.DerivedPercentageDone,
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
    private Task<int> StoreAsync(long id, DerivedValues values, CancellationToken cancellationToken) =>
        WorkPackages.Where(w => w.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(w => w.DerivedStartDate, values.StartDate)
                .SetProperty(w => w.DerivedDueDate, values.DueDate)
                .SetProperty(w => w.DerivedEstimatedMinutes, values.EstimatedMinutes)
                .SetProperty(w => w.DerivedRemainingMinutes, values.RemainingMinutes)
                .SetProperty(w => w.DerivedPercentageDone, values.PercentageDone),
            cancellationToken);

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

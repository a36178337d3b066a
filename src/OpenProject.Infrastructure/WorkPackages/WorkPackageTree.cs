using Microsoft.EntityFrameworkCore;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The closure table <c>work_package_hierarchies</c> and what ancestors derive, by standard SQL that both providers take.</summary>
internal sealed class WorkPackageTree(OpenProjectDbContext context) : IWorkPackageTree
{
    private static readonly ClosureSql Closure = new("work_package_hierarchies");

    /// <inheritdoc/>
    public Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken) => Closure.PlantAsync(context, id, parentId, cancellationToken);

    /// <inheritdoc/>
    public Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken) => Closure.MoveAsync(context, id, parentId, cancellationToken);

    /// <inheritdoc/>
    public async Task FellAsync(long id, CancellationToken cancellationToken)
    {
        var family = await context.Set<WorkPackageHierarchy>().Where(h => h.AncestorId == id)
            .OrderByDescending(h => h.Depth).Select(h => h.DescendantId).ToListAsync(cancellationToken);
        await context.Set<WorkPackageHierarchy>().Where(h => family.Contains(h.DescendantId)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<WorkPackageJournal>().Where(j => family.Contains(j.WorkPackageId)).ExecuteDeleteAsync(cancellationToken);
        // One statement for the whole family would meet a child's reference to its parent on the way.
        await context.Set<WorkPackage>().Where(w => family.Contains(w.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.ParentId, (long?)null), cancellationToken);
        await context.Set<WorkPackage>().Where(w => family.Contains(w.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task DeriveUpwardsAsync(long id, CancellationToken cancellationToken)
    {
        var above = await context.Set<WorkPackageHierarchy>().Where(h => h.DescendantId == id).Select(h => h.AncestorId).ToListAsync(cancellationToken);
        var parts = await context.Set<WorkPackageHierarchy>().Where(h => above.Contains(h.AncestorId)).Select(h => new
        {
            h.AncestorId,
            h.Depth,
            h.Descendant.StartDate,
            h.Descendant.DueDate,
            h.Descendant.EstimatedMinutes,
            h.Descendant.RemainingMinutes,
            h.Descendant.Status.ExcludedFromTotals,
        }).ToListAsync(cancellationToken);
        foreach (var family in parts.GroupBy(p => p.AncestorId))
        {
            var contributions = family.ToLookup(
                p => p.Depth == 0, p => new Contribution(p.StartDate, p.DueDate, p.EstimatedMinutes, p.RemainingMinutes, p.ExcludedFromTotals));
            var values = DerivedValues.Of(contributions[true].First(), [.. contributions[false]]);
            await context.Set<WorkPackage>().Where(w => w.Id == family.Key).ExecuteUpdateAsync(
                set => set
                    .SetProperty(w => w.DerivedStartDate, values.StartDate)
                    .SetProperty(w => w.DerivedDueDate, values.DueDate)
                    .SetProperty(w => w.DerivedEstimatedMinutes, values.EstimatedMinutes)
                    .SetProperty(w => w.DerivedRemainingMinutes, values.RemainingMinutes)
                    .SetProperty(w => w.DerivedPercentageDone, values.PercentageDone),
                cancellationToken);
        }
    }
}

using OpenProject.Application.Common;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Relations;

/// <summary>
/// What depends on what, one step at a time, by relations of one type from their first to their second end. Where work
/// packages follow each other, the hierarchy takes part: what a work package follows, all below it follows, and what
/// happens below it decides when it ends.
/// </summary>
/// <param name="store">The rows.</param>
/// <param name="type">The relations that count.</param>
internal sealed class DependencyGraph(IReadStore store, RelationType type)
{
    /// <summary>One relation that is left out, as it is about to change; 0 for none.</summary>
    public long WithoutRelation { get; init; }

    /// <summary>A work package and all below it that are taken out of the hierarchy above, as they are about to move.</summary>
    public List<long> Uprooted { get; init; } = [];

    private bool ByHierarchy => type == RelationType.Follows;

    // What lies below what, but for the uprooted.
    private IQueryable<WorkPackageHierarchy> Pairs
    {
        get
        {
            var uprooted = Uprooted;
            var pairs = store.Rows<WorkPackageHierarchy>();
            return uprooted.Count == 0 ? pairs : pairs.Where(h => !uprooted.Contains(h.DescendantId) || uprooted.Contains(h.AncestorId));
        }
    }

    private IQueryable<Relation> Relations
    {
        get
        {
            var (wanted, except) = (type, WithoutRelation);
            return store.Rows<Relation>().Where(r => r.Type == wanted && r.Id != except);
        }
    }

    /// <summary>What depends on these.</summary>
    public async Task<List<long>> DependentsAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var firsts = await store.ListAsync(Relations.Where(r => ids.Contains(r.ToId)).Select(r => r.FromId), cancellationToken);
        if (!ByHierarchy)
            return firsts;
        var above = await store.ListAsync(Pairs.Where(h => h.Depth == 1 && ids.Contains(h.DescendantId)).Select(h => h.AncestorId), cancellationToken);
        return [.. await BranchesAsync(firsts, cancellationToken), .. above];
    }

    /// <summary>What these depend on.</summary>
    public async Task<List<long>> DependenciesAsync(List<long> ids, CancellationToken cancellationToken)
    {
        if (!ByHierarchy)
            return await store.ListAsync(Relations.Where(r => ids.Contains(r.FromId)).Select(r => r.ToId), cancellationToken);
        var below = await store.ListAsync(Pairs.Where(h => h.Depth == 1 && ids.Contains(h.AncestorId)).Select(h => h.DescendantId), cancellationToken);
        return [.. below, .. await AwaitedAsync(ids, cancellationToken)];
    }

    /// <summary>What these, or those above them, follow.</summary>
    public Task<List<long>> AwaitedAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var above = Pairs.Where(h => ids.Contains(h.DescendantId));
        return store.ListAsync(Relations.Where(r => above.Any(h => h.AncestorId == r.FromId)).Select(r => r.ToId), cancellationToken);
    }

    /// <summary>These with all below them, where the hierarchy takes part; else just these.</summary>
    public async Task<List<long>> BranchesAsync(List<long> ids, CancellationToken cancellationToken) => ids.Count == 0 || !ByHierarchy
        ? ids
        : await store.ListAsync(Pairs.Where(h => ids.Contains(h.AncestorId)).Select(h => h.DescendantId).Distinct(), cancellationToken);

    /// <summary>These with all above them, where the hierarchy takes part; else just these.</summary>
    public async Task<List<long>> WithThoseAboveAsync(List<long> ids, CancellationToken cancellationToken) => !ByHierarchy
        ? ids
        : await store.ListAsync(Pairs.Where(h => ids.Contains(h.DescendantId)).Select(h => h.AncestorId).Distinct(), cancellationToken);
}

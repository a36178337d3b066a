using OpenProject.Application.Common;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Relations;

/// <summary>Tells what would come to depend on itself through any number of relations.</summary>
public sealed class DependencyService(IReadStore store)
{
    /// <summary>Whether a relation that is not stored yet, or not as it is now, would lead back to its first end.</summary>
    public async Task<bool> ClosesCircleAsync(Relation relation, CancellationToken cancellationToken)
    {
        if (relation.Type == RelationType.Relates)
            return false;
        var graph = new DependencyGraph(store, relation.Type) { WithoutRelation = relation.Id };
        return await DependAsync(graph, [relation.ToId], await graph.BranchesAsync([relation.FromId], cancellationToken), cancellationToken);
    }

    /// <summary>Whether a work package that moves below another one, with all below it, would come to wait for itself.</summary>
    public async Task<bool> WaitsForItselfBelowAsync(long id, long parentId, CancellationToken cancellationToken)
    {
        var branch = await store.ListAsync(store.Rows<WorkPackageHierarchy>().Where(h => h.AncestorId == id).Select(h => h.DescendantId), cancellationToken);
        var graph = new DependencyGraph(store, RelationType.Follows) { Uprooted = branch };
        var awaited = await graph.AwaitedAsync([parentId], cancellationToken);
        return await DependAsync(graph, branch, [parentId], cancellationToken) || await DependAsync(graph, awaited, branch, cancellationToken);
    }

    /// <summary>Those that cannot be the second end of such a relation of a work package, as they depend on it.</summary>
    public async Task<List<long>> DependentsAsync(long firstId, RelationType type, CancellationToken cancellationToken)
    {
        if (type == RelationType.Relates)
            return [firstId];
        var graph = new DependencyGraph(store, type);
        return await AllAsync(await graph.BranchesAsync([firstId], cancellationToken), graph.DependentsAsync, cancellationToken);
    }

    /// <summary>Those that cannot be the first end of such a relation to a work package, as it depends on them.</summary>
    public async Task<List<long>> DependenciesAsync(long secondId, RelationType type, CancellationToken cancellationToken)
    {
        if (type == RelationType.Relates)
            return [secondId];
        var graph = new DependencyGraph(store, type);
        return await graph.WithThoseAboveAsync(await AllAsync([secondId], graph.DependenciesAsync, cancellationToken), cancellationToken);
    }

    private static async Task<List<long>> AllAsync(List<long> begin, Func<List<long>, CancellationToken, Task<List<long>>> step, CancellationToken cancellationToken)
    {
        var known = begin.ToHashSet();
        for (var edge = begin; edge.Count > 0;)
            edge = [.. (await step(edge, cancellationToken)).Where(known.Add)];
        return [.. known];
    }

    // Whether some depend on others: two ways that grow towards each other, the narrower one first, so that a long chain
    // is not followed when the other end is soon found to lead nowhere.
    private static async Task<bool> DependAsync(DependencyGraph graph, List<long> some, List<long> others, CancellationToken cancellationToken)
    {
        var (down, up) = (some.ToHashSet(), others.ToHashSet());
        var (downEdge, upEdge) = (some, others);
        while (!down.Overlaps(up))
        {
            if (downEdge.Count == 0 || upEdge.Count == 0)
                return false;
            if (downEdge.Count <= upEdge.Count)
                downEdge = [.. (await graph.DependenciesAsync(downEdge, cancellationToken)).Where(down.Add)];
            else
                upEdge = [.. (await graph.DependentsAsync(upEdge, cancellationToken)).Where(up.Add)];
        }

        return true;
    }
}

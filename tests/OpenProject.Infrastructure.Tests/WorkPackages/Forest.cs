namespace OpenProject.Infrastructure.Tests.WorkPackages;

/// <summary>Trees kept in the plainest way: each node with its parent.</summary>
internal sealed class Forest
{
    public Dictionary<long, long?> Parents { get; } = [];

    /// <summary>Whether the node lies below the other one, or is it.</summary>
    public bool IsBelow(long node, long other) => Above(node).Any(pair => pair.Node == other);

    /// <summary>The node and all below it.</summary>
    public IReadOnlyList<long> Below(long node) => [.. Parents.Keys.Where(candidate => IsBelow(candidate, node))];

    public void Fell(long node)
    {
        foreach (var fallen in Below(node))
            Parents.Remove(fallen);
    }

    /// <summary>Ancestor, descendant and depth of every pair.</summary>
    public IEnumerable<(long Ancestor, long Descendant, int Depth)> Pairs() =>
        Parents.Keys.SelectMany(node => Above(node).Select(above => (above.Node, node, above.Depth)));

    private IEnumerable<(long Node, int Depth)> Above(long node)
    {
        var depth = 0;
        for (long? at = node; at is { } id; at = Parents[id])
            yield return (id, depth++);
    }
}

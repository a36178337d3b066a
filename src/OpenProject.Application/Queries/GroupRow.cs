namespace OpenProject.Application.Queries;

/// <summary>A group as the database counts it. The sums stand in the order of the declaration's.</summary>
public sealed class GroupRow
{
    /// <summary>What the rows of the group share.</summary>
    public long? Key { get; init; }

    /// <summary>The number of rows.</summary>
    public int Count { get; init; }

    /// <summary>The first sum.</summary>
    public long? Sum0 { get; init; }

    /// <summary>The second sum.</summary>
    public long? Sum1 { get; init; }

    /// <summary>The third sum.</summary>
    public long? Sum2 { get; init; }

    /// <summary>The fourth sum.</summary>
    public long? Sum3 { get; init; }
}

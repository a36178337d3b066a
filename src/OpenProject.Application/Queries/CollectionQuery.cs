namespace OpenProject.Application.Queries;

/// <summary>What a request asks of a collection, parsed but not yet matched with a declaration.</summary>
public sealed record CollectionQuery
{
    /// <summary>Where the collection lives, as the client asked for it.</summary>
    public required string Path { get; init; }

    /// <summary>The conditions, all of which must hold; null when the request has no <c>filters</c>.</summary>
    public IReadOnlyList<FilterClause>? Filters { get; init; }

    /// <summary>The order; empty for the declaration's own.</summary>
    public IReadOnlyList<SortClause> Sorts { get; init; } = [];

    /// <summary>The page, from 1.</summary>
    public int Offset { get; init; } = 1;

    /// <summary>Elements a page; null when the collection is whole.</summary>
    public int? PageSize { get; init; }

    /// <summary>What to group by; null for no groups.</summary>
    public string? GroupBy { get; init; }

    /// <summary>Whether to add sums.</summary>
    public bool ShowSums { get; init; }

    /// <summary>Which members to write; null for all.</summary>
    public Selection? Select { get; init; }

    /// <summary>
    /// Parameters that self and page links repeat, by name, beside <c>offset</c> and <c>pageSize</c>; only those that take part.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>The same with one more parameter that links repeat, unless it has no value.</summary>
    public CollectionQuery With(string parameter, string? value) =>
        value is null ? this : this with { Parameters = [.. Parameters, KeyValuePair.Create(parameter, value)] };
}

using System.Globalization;
using System.Text;

namespace OpenProject.Application.Queries;

/// <summary>What a request asks of a collection, parsed but not yet matched with a declaration.</summary>
public sealed record CollectionQuery
{
    /// <summary>Where the collection lives, as the client asked for it.</summary>
    public required string Path { get; init; }

    /// <summary>The conditions, all of which must hold; null when the request has no <c>filters</c>.</summary>
    public IReadOnlyList<FilterClause>? Filters { get; init; }

    /// <summary>The workspace whose rows are asked for; null for those of all.</summary>
    public long? WorkspaceId { get; init; }

    /// <summary>Whether rows of workspaces below the asked one are among them; null for the usual.</summary>
    public bool? IncludeSubprojects { get; init; }

    /// <summary>The stored query whose order by hand counts; null for none.</summary>
    public long? QueryId { get; init; }

    /// <summary>Whether rows are asked for as they were, read from their journals.</summary>
    public bool IsPast { get; init; }

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

    /// <summary>The points in time to compare, as they were written; empty for the present alone.</summary>
    public IReadOnlyList<string> Timestamps { get; init; } = [];

    /// <summary>Which members to write; null for all.</summary>
    public Selection? Select { get; init; }

    /// <summary>
    /// Parameters that self and page links repeat, by name, beside <c>offset</c> and <c>pageSize</c>; only those that take part.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>The href of the collection as it is asked for, or of another page of it; keys in alphabetical order, values percent-encoded.</summary>
    /// <param name="offset">Another page, or a placeholder.</param>
    /// <param name="size">Another size, or a placeholder.</param>
    public string Href(string? offset = null, string? size = null)
    {
        var parameters = Parameters.ToList();
        if (PageSize is { } pageSize)
        {
            parameters.Add(new("offset", offset ?? Offset.ToString(CultureInfo.InvariantCulture)));
            parameters.Add(new("pageSize", size ?? pageSize.ToString(CultureInfo.InvariantCulture)));
        }

        var href = new StringBuilder(Path);
        var separator = '?';
        foreach (var (name, value) in parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            href.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return href.ToString();
    }

    /// <summary>The same with one more parameter that links repeat, unless it has no value.</summary>
    public CollectionQuery With(string parameter, string? value) =>
        value is null ? this : this with { Parameters = [.. Parameters, KeyValuePair.Create(parameter, value)] };
}

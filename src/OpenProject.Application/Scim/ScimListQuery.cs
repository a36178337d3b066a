using OpenProject.Application.Scim.Columns;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim;

/// <summary>What is asked of a list (RFC 7644 section 3.4.2).</summary>
public sealed record ScimListQuery
{
    /// <summary>Which resources; null for all.</summary>
    public ScimFilter? Filter { get; init; }

    /// <summary>The filter as it was written, by which the number of resources is remembered for moments.</summary>
    public string FilterText { get; init; } = "";

    /// <summary>Whether an attribute that the type lacks means that none of its resources match; otherwise it is refused.</summary>
    public bool Lenient { get; init; }

    /// <summary>What they are ordered by; null for their ids.</summary>
    public string? SortBy { get; init; }

    /// <summary>Whether the order goes down.</summary>
    public bool Descending { get; init; }

    /// <summary>The place of the first one to be told, from 1.</summary>
    public int StartIndex { get; init; } = 1;

    /// <summary>How many are told at most.</summary>
    public int Count { get; init; }

    /// <summary>Whether pages are found by cursors.</summary>
    public bool ByCursor { get; init; }

    /// <summary>The last one of the page before; null for the first page.</summary>
    public ScimPosition? After { get; init; }
}

/// <summary>The last resource of a page (RFC 9865).</summary>
/// <param name="Key">The text of what it is ordered by; null when it has none.</param>
/// <param name="Id">The resource.</param>
public sealed record ScimPosition(string? Key, long Id)
{
    internal static ScimPosition Of(ScimKey key) => new(ScimKeys.TextOf(key), key.Id);
}

/// <summary>A page.</summary>
/// <param name="Resources">What is on it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">Where the next page begins; null where there is none, or pages are not found so.</param>
public sealed record ScimPage(IReadOnlyList<ScimAnswer> Resources, int Total, ScimPosition? Next);

using OpenProject.Domain.SavedQueries;

namespace OpenProject.Application.SavedQueries;

/// <summary>What of a query is no single value.</summary>
public sealed class SavedQuerySettings
{
    /// <summary>The query.</summary>
    public long Id { get; init; }

    /// <summary>The labels of the timeline's bars by place.</summary>
    public IReadOnlyDictionary<string, string?> TimelineLabels { get; init; } = new Dictionary<string, string?>();

    /// <summary>The attributes that are coloured inline.</summary>
    public IReadOnlyList<string> HighlightedAttributes { get; init; } = [];

    /// <summary>The points in time that are compared.</summary>
    public IReadOnlyList<string> Timestamps { get; init; } = [];

    /// <summary>The attributes that a table shows.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The order of the results.</summary>
    public IReadOnlyList<QuerySort> SortBy { get; init; } = [];

    /// <summary>The conditions.</summary>
    public IReadOnlyList<QueryFilter> Filters { get; init; } = [];

    /// <summary>Those of an aggregate.</summary>
    public static SavedQuerySettings Of(SavedQuery query) => new()
    {
        Id = query.Id,
        TimelineLabels = query.TimelineLabels,
        HighlightedAttributes = query.HighlightedAttributes,
        Timestamps = query.Timestamps,
        Columns = query.Columns,
        SortBy = query.SortBy,
        Filters = query.Filters,
    };
}

using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>What a request wants otherwise than the query says; null leaves the query's own. Nothing of it is stored.</summary>
public sealed record QueryOverrides
{
    /// <summary>Other conditions.</summary>
    public IReadOnlyList<FilterClause>? Filters { get; init; }

    /// <summary>Another order.</summary>
    public IReadOnlyList<SortClause>? Sorts { get; init; }

    /// <summary>Another attribute to group by; empty for none.</summary>
    public string? GroupBy { get; init; }

    /// <summary>Whether to show sums.</summary>
    public bool? ShowSums { get; init; }

    /// <summary>Other columns.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Other points in time.</summary>
    public IReadOnlyList<string>? Timestamps { get; init; }

    /// <summary>Whether to show the timeline.</summary>
    public bool? TimelineVisible { get; init; }

    /// <summary>Another step of the timeline.</summary>
    public string? TimelineZoomLevel { get; init; }

    /// <summary>Other labels of the timeline.</summary>
    public TextMap? TimelineLabels { get; init; }

    /// <summary>Another way to colour.</summary>
    public string? HighlightingMode { get; init; }

    /// <summary>Other attributes to colour; empty for all that can be.</summary>
    public IReadOnlyList<string>? HighlightedAttributes { get; init; }

    /// <summary>Whether to show a tree.</summary>
    public bool? ShowHierarchies { get; init; }

    /// <summary>Another way to show the results.</summary>
    public string? DisplayRepresentation { get; init; }

    /// <summary>Whether projects below count.</summary>
    public bool? IncludeSubprojects { get; init; }

    /// <summary>The page of the results, from 1.</summary>
    public int Offset { get; init; } = 1;

    /// <summary>Results a page.</summary>
    public required int PageSize { get; init; }

    /// <summary>What the self link repeats, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Changes a row; leaves as <see cref="Problem.InvalidQuery"/> when something is asked for that there is not.</summary>
    /// <param name="query">The row.</param>
    /// <param name="targets">What its links may lead to.</param>
    /// <param name="workPackages">What there is to ask for.</param>
    /// <param name="isTold">Whether the viewer is told of a field, by its name: of others there is nothing to ask for.</param>
    internal void Apply(SavedQueryDto query, SavedQueryTargets targets, WorkPackageResource workPackages, Func<string, bool> isTold)
    {
        query.Conditions = Filters?.Select(f => new QueryFilter(FilterNameOf(f, workPackages, isTold), f.Operator, f.Values)).ToList() ?? query.Conditions;
        query.SortBy = Sorts?.Select(s => new QuerySort(SortNameOf(s, workPackages, isTold), s.IsDescending)).ToList() ?? query.SortBy;
        query.GroupBy = GroupBy switch
        {
            null => query.GroupBy,
            "" => null,
            _ => Told(workPackages.FindGroup(GroupBy)?.Name, isTold) ?? throw Invalid($"Group by {GroupBy} can't be grouped by."),
        };
        query.Columns = Columns?.Select(c => ColumnOf(c, targets, column => column.IsShown && isTold(column.Code))).ToList() ?? query.Columns;
        query.HighlightedAttributes = HighlightedAttributes switch
        {
            null => query.HighlightedAttributes,
            [] => workPackages.Highlightable,
            _ => [.. HighlightedAttributes.Select(c => ColumnOf(c, targets, column => column.IsHighlightable && isTold(column.Code)))],
        };
        if (Timestamps is { } times)
            query.Timestamps = times.All(t => PointInTime.Parse(t) is not null) ? times : throw Invalid("Timestamps contain invalid values.");
        query.Sums = ShowSums ?? query.Sums;
        query.IncludeSubprojects = IncludeSubprojects ?? query.IncludeSubprojects;
        query.TimelineVisible = TimelineVisible ?? query.TimelineVisible;
        query.TimelineLabels = TimelineLabels?.Items ?? query.TimelineLabels;
        query.ShowHierarchies = ShowHierarchies ?? query.ShowHierarchies;
        query.TimelineZoomLevel = CodeOf(TimelineZoomLevel, query.TimelineZoomLevel);
        query.HighlightingMode = CodeOf(HighlightingMode, query.HighlightingMode);
        query.DisplayRepresentation = DisplayRepresentation is null ? query.DisplayRepresentation : CodeOf(DisplayRepresentation, default(DisplayRepresentation));
    }

    private static string? Told(string? name, Func<string, bool> isTold) => name is not null && isTold(name) ? name : null;

    private static string FilterNameOf(FilterClause clause, WorkPackageResource workPackages, Func<string, bool> isTold) =>
        Told(workPackages.FindFilter(clause.Name)?.Name, isTold) ?? throw Invalid($"Filters {Labels.Of(clause.Name)} filter does not exist.");

    private static string SortNameOf(SortClause clause, WorkPackageResource workPackages, Func<string, bool> isTold) =>
        Told(workPackages.FindSort(clause.Name)?.Name, isTold) ?? throw Invalid($"Orders {clause.Name} can't be ordered by.");

    private static string ColumnOf(string name, SavedQueryTargets targets, Func<QueryColumnDto, bool> isAllowed)
    {
        var wanted = QueryNames.Normalize(name);
        return targets.ColumnResource.All.FirstOrDefault(c => isAllowed(c) && QueryNames.Normalize(c.Code) == wanted)?.Code
            ?? throw Invalid($"Columns {name} is no column.");
    }

    private static TCode CodeOf<TCode>(string? code, TCode otherwise)
        where TCode : struct, Enum =>
        code is null ? otherwise : Codes.Parse<TCode>(code) ?? throw Invalid($"{Labels.Of(typeof(TCode).Name)} is not set to one of the allowed values.");

    private static ProblemException Invalid(string message) => new(new Problem.InvalidQuery(message));
}

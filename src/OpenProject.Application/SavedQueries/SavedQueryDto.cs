using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Application.SavedQueries;

#pragma warning disable CS1591 // The members are the columns of the aggregate, documented there.

/// <summary>A query, as read; what a request overrides is changed here and stored nowhere.</summary>
public sealed class SavedQueryDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    public string Name { get; set; } = "";

    public long UserId { get; init; }

    public string? UserName { get; set; }

    public PrincipalKind UserKind { get; set; }

    public long? ProjectId { get; init; }

    public string? ProjectName { get; set; }

    public ProjectKind? ProjectKind { get; set; }

    public bool Public { get; init; }

    /// <summary>Whether no view shows it.</summary>
    public bool Hidden { get; init; }

    public bool Starred { get; init; }

    public bool IncludeSubprojects { get; set; }

    public bool Sums { get; set; }

    public bool TimelineVisible { get; set; }

    public TimelineZoomLevel TimelineZoomLevel { get; set; }

    public bool ShowHierarchies { get; set; }

    public DisplayRepresentation? DisplayRepresentation { get; set; }

    public HighlightingMode HighlightingMode { get; set; }

    public string? GroupBy { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    /// <summary>The labels of the timeline's bars by place.</summary>
    public IReadOnlyDictionary<string, string?> TimelineLabels { get; set; } = new Dictionary<string, string?>();

    /// <summary>The attributes that are coloured inline.</summary>
    public IReadOnlyList<string> HighlightedAttributes { get; set; } = [];

    /// <summary>The points in time that are compared.</summary>
    public IReadOnlyList<string> Timestamps { get; set; } = [];

    /// <summary>The attributes that a table shows.</summary>
    public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>The order of the results.</summary>
    public IReadOnlyList<QuerySort> SortBy { get; set; } = [];

    /// <summary>The conditions as stored.</summary>
    public IReadOnlyList<QueryFilter> Conditions { get; set; } = [];

    /// <summary>The conditions on work packages, all of which hold for the results.</summary>
    public FilterInstances Filters { get; set; } = FilterInstances.None;

    /// <summary>The self link of a query that is not stored, or whose parts a request overrides; null for the usual one.</summary>
    public Reference? Self { get; set; }

    /// <summary>Whether the viewer may change it.</summary>
    public bool MayChange { get; set; }

    /// <summary>Whether the viewer may mark and remove it.</summary>
    public bool MayManage { get; set; }

    /// <summary>Leaves out what names a field that the viewer sees nowhere, so that a query that others have published does not tell that there is one.</summary>
    /// <param name="isTold">Whether he is told of a field, by its name.</param>
    public void LeaveOut(Func<string, bool> isTold)
    {
        HighlightedAttributes = [.. HighlightedAttributes.Where(isTold)];
        Columns = [.. Columns.Where(isTold)];
        SortBy = [.. SortBy.Where(sort => isTold(sort.Column))];
        GroupBy = GroupBy is { } name && isTold(name) ? name : null;
        Filters = new FilterInstances([.. Filters.Items.Where(filter => isTold(filter.Name))]);
    }

    /// <summary>Takes over what no map fills.</summary>
    public void Take(SavedQuerySettings settings)
    {
        TimelineLabels = settings.TimelineLabels;
        HighlightedAttributes = settings.HighlightedAttributes;
        Timestamps = settings.Timestamps;
        Columns = settings.Columns;
        SortBy = settings.SortBy;
        Conditions = settings.Filters;
    }
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>What a request for a query wants otherwise than the query says, as sent. Nothing of it is stored.</summary>
public sealed class QueryRequest : FilteredRequest
{
    private IReadOnlyList<SortClause>? sorts;
    private TextMap? labels;

    /// <summary>Conditions in place of the query's own, as for lists of work packages; <c>[]</c> for none.</summary>
    [FromQuery(Name = "filters")]
    public override string? Filters { get; set; }

    /// <summary>The page of the results, from 1.</summary>
    [FromQuery(Name = "offset")]
    public string? Offset { get; set; }

    /// <summary>Results a page; 0 for the total only, -1 for as many as allowed.</summary>
    [FromQuery(Name = "pageSize")]
    public string? PageSize { get; set; }

    /// <summary>Columns in place of the query's own, as a JSON array of names.</summary>
    [FromQuery(Name = "columns")]
    public string? Columns { get; set; }

    /// <summary>The order in place of the query's own, as a JSON array of pairs.</summary>
    [FromQuery(Name = "sortBy")]
    public string? SortBy { get; set; }

    /// <summary>The attribute to group by; empty for none.</summary>
    [FromQuery(Name = "groupBy")]
    public string? GroupBy { get; set; }

    /// <summary>Whether to add sums: <c>true</c> or <c>false</c>.</summary>
    [FromQuery(Name = "showSums")]
    public string? ShowSums { get; set; }

    /// <summary>Points in time to compare, separated by commas.</summary>
    [FromQuery(Name = "timestamps")]
    public string? Timestamps { get; set; }

    /// <summary>Whether work packages of workspaces below count: <c>true</c> or <c>false</c>.</summary>
    [FromQuery(Name = "includeSubprojects")]
    public string? IncludeSubprojects { get; set; }

    /// <summary>Whether the timeline is shown: <c>true</c> or <c>false</c>.</summary>
    [FromQuery(Name = "timelineVisible")]
    public string? TimelineVisible { get; set; }

    /// <summary>The step of the timeline: <c>days</c>, <c>weeks</c>, <c>months</c>, <c>quarters</c>, <c>years</c> or <c>auto</c>.</summary>
    [FromQuery(Name = "timelineZoomLevel")]
    public string? TimelineZoomLevel { get; set; }

    /// <summary>Labels of the timeline's bars, as a JSON object.</summary>
    [FromQuery(Name = "timelineLabels")]
    public string? TimelineLabels { get; set; }

    /// <summary>What tables colour: <c>none</c>, <c>inline</c>, <c>status</c>, <c>priority</c> or <c>type</c>.</summary>
    [FromQuery(Name = "highlightingMode")]
    public string? HighlightingMode { get; set; }

    /// <summary>Attributes to colour inline, as a JSON array of names; <c>[]</c> for all that can be.</summary>
    [FromQuery(Name = "highlightedAttributes")]
    public string? HighlightedAttributes { get; set; }

    /// <summary>Whether children are shown below their parents: <c>true</c> or <c>false</c>.</summary>
    [FromQuery(Name = "showHierarchies")]
    public string? ShowHierarchies { get; set; }

    /// <summary>How results are shown: <c>list</c> or <c>card</c>.</summary>
    [FromQuery(Name = "displayRepresentation")]
    public string? DisplayRepresentation { get; set; }

    /// <summary>The order, parsed once; null when none was sent or it cannot be understood.</summary>
    internal IReadOnlyList<SortClause>? Sorts => sorts ??= string.IsNullOrWhiteSpace(SortBy) ? null : SortText.Parse(SortBy);

    /// <summary>The points in time; null when none were sent.</summary>
    internal IReadOnlyList<string>? Points => string.IsNullOrWhiteSpace(Timestamps) ? null : TimestampText.Split(Timestamps);

    /// <summary>The labels, parsed once; null when none were sent or they cannot be understood.</summary>
    internal TextMap? Labels => labels ??= string.IsNullOrWhiteSpace(TimelineLabels) ? null : LabelText.Parse(TimelineLabels);
}

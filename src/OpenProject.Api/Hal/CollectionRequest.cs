using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.Hal;

/// <summary>The query string of a collection, as sent.</summary>
public sealed class CollectionRequest
{
    /// <summary>Conditions as a JSON array of objects, all of which must hold: <c>[{"status":{"operator":"o","values":[]}}]</c>.</summary>
    [FromQuery(Name = "filters")]
    public string? Filters { get; set; }

    /// <summary>The order as a JSON array of pairs: <c>[["updatedAt","desc"],["id","asc"]]</c>.</summary>
    [FromQuery(Name = "sortBy")]
    public string? SortBy { get; set; }

    /// <summary>The page, from 1.</summary>
    [FromQuery(Name = "offset")]
    public string? Offset { get; set; }

    /// <summary>Elements a page; 0 for the total only, -1 for as many as allowed.</summary>
    [FromQuery(Name = "pageSize")]
    public string? PageSize { get; set; }

    /// <summary>Members to answer with, separated by commas: <c>total,elements/id,elements/subject</c>.</summary>
    [FromQuery(Name = "select")]
    public string? Select { get; set; }
}

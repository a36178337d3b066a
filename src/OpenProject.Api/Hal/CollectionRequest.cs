using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal;

/// <summary>The query string of a collection in pages, as sent.</summary>
public sealed class CollectionRequest : FilteredRequest
{
    private IReadOnlyList<SortClause>? sorts;
    private Selection? selection;

    /// <summary>Conditions as a JSON array of objects, all of which must hold: <c>[{"status":{"operator":"o","values":[]}}]</c>.</summary>
    /// <remarks>Described here as what is declared first stands first in the API description.</remarks>
    [FromQuery(Name = "filters")]
    public override string? Filters { get; set; }

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

    /// <summary>The order, parsed once; empty when none was sent, null when it cannot be understood.</summary>
    internal IReadOnlyList<SortClause>? Sorts => sorts ??= string.IsNullOrWhiteSpace(SortBy) ? [] : SortText.Parse(SortBy);

    /// <summary>What to answer with, parsed once; null when nothing was sent or it cannot be understood.</summary>
    internal Selection? Selection => selection ??= string.IsNullOrWhiteSpace(Select) ? null : SelectText.Parse(Select);
}

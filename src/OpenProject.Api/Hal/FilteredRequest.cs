using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal;

/// <summary>The query string of a collection that can be filtered, as sent.</summary>
public class FilteredRequest
{
    private IReadOnlyList<FilterClause>? conditions;

    /// <summary>Conditions as a JSON array of objects, all of which must hold: <c>[{"id":{"operator":"=","values":["1"]}}]</c>.</summary>
    [FromQuery(Name = "filters")]
    public virtual string? Filters { get; set; }

    /// <summary>The conditions, parsed once; null when none were sent or they cannot be understood.</summary>
    internal IReadOnlyList<FilterClause>? Conditions => conditions ??= Filters is null ? null : FilterText.Parse(Filters);
}

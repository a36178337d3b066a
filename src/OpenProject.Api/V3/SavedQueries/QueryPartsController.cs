using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>What queries are made of.</summary>
[Route("api/v3/queries")]
public sealed class QueryPartsController(QueryPartService parts, QueryFilterService filters) : V3Controller
{
    /// <summary>View a column.</summary>
    /// <param name="id">The column's name, e.g. <c>priority</c>.</param>
    /// <response code="200">The column.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    /// <response code="404">There is no such column.</response>
    [HttpGet("columns/{id}", Name = "View_Query_Column")]
    public async Task<ActionResult<Document<QueryColumnDto>>> Column(string id) => await parts.ColumnAsync(id);

    /// <summary>View a filter.</summary>
    /// <param name="id">The filter's name, e.g. <c>status</c>.</param>
    /// <response code="200">The filter.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    /// <response code="404">There is no such filter.</response>
    [HttpGet("filters/{id}", Name = "View_Query_Filter")]
    public async Task<ActionResult<Document<QueryFilterDto>>> Filter(string id) => await parts.FilterAsync(id);

    /// <summary>View an operator.</summary>
    /// <param name="id">The operator's symbol, e.g. <c>!</c>.</param>
    /// <response code="200">The operator.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    /// <response code="404">There is no such operator.</response>
    [HttpGet("operators/{id}", Name = "View_Query_Operator")]
    public async Task<ActionResult<Document<QueryOperatorDto>>> Operator(string id) => await parts.OperatorAsync(id);

    /// <summary>View an order.</summary>
    /// <param name="id">The column's name and the direction, e.g. <c>status-asc</c>.</param>
    /// <response code="200">The order.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    /// <response code="404">There is no such order.</response>
    [HttpGet("sort_bys/{id}", Name = "View_Query_Sort_By")]
    public async Task<ActionResult<Document<QuerySortByDto>>> SortBy(string id) => await parts.SortByAsync(id);

    /// <summary>View what work packages can be grouped by.</summary>
    /// <param name="id">The attribute's name, e.g. <c>status</c>.</param>
    /// <response code="200">The group.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    /// <response code="404">There is no such group.</response>
    [HttpGet("group_bys/{id}", Name = "View_Query_Group_By")]
    public async Task<ActionResult<Document<QueryGroupByDto>>> GroupBy(string id) => await parts.GroupByAsync(id);

    /// <summary>View the schema of a filter's conditions.</summary>
    /// <param name="id">The filter's name, e.g. <c>author</c>.</param>
    /// <response code="200">The schema.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    /// <response code="404">There is no such filter.</response>
    [HttpGet("filter_instance_schemas/{id}", Name = "View_Query_Filter_Instance_Schema")]
    public async Task<ActionResult<FilterSchema>> FilterSchema(string id) => await filters.SchemaAsync(id);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.SavedQueries;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>The order that people give a query by hand.</summary>
[Route("api/v3/queries/{id:long}/order")]
public sealed class QueryOrdersController(QueryOrderService orders) : V3Controller
{
    /// <summary>View the order by hand of a query.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The places of work packages by id, the first first.</response>
    /// <response code="404">The query is missing, or the client may not see it.</response>
    [HttpGet(Name = "View_query_order")]
    public async Task<ActionResult<IReadOnlyDictionary<long, int>>> Show(long id, CancellationToken cancellationToken) =>
        new((await orders.FindAsync(id, cancellationToken)).Items);

    // A body that cannot be read leaves no change.
    /// <summary>Update the order by hand of a query.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="change">The new places.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">They are stored.</response>
    /// <response code="403">The client may not change the query.</response>
    /// <response code="404">The query is missing, or the client may not see it.</response>
    [HttpPut(Name = "Replace_query_order")]
    [HttpPatch(Name = "Update_query_order")]
    public async Task<ActionResult<QueryOrderModel>> Update(long id, [FromBody] QueryOrderChange change, CancellationToken cancellationToken) =>
        new QueryOrderModel(await orders.UpdateAsync(id, change?.Delta, cancellationToken));
}

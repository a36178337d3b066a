using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.Views;
using OpenProject.Application.Writes;
using OpenProject.Domain.Views;

namespace OpenProject.Api.V3.Views;

/// <summary>How the results of queries are shown.</summary>
[Route("api/v3/views")]
public sealed class ViewsController(ViewService views) : V3Controller
{
    /// <summary>List views.</summary>
    /// <response code="200">A page of the views of those queries that the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet(Name = "List_views")]
    public async Task<ActionResult<Page<ViewDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await views.ListAsync(Query(request), cancellationToken);

    /// <summary>View a view.</summary>
    /// <param name="id">The view's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The view.</response>
    /// <response code="404">It is missing, or the client may not see its query.</response>
    [HttpGet("{id:long}", Name = "View_view")]
    public async Task<ActionResult<Document<ViewDto>>> Show(long id, CancellationToken cancellationToken) => await views.FindAsync(id, cancellationToken);

    /// <summary>Create a view of a query.</summary>
    /// <param name="id">The kind: <c>work_packages_table</c>, <c>team_planner</c>, <c>work_packages_calendar</c> or <c>gantt</c>.</param>
    /// <param name="changes">The query.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The new view.</response>
    /// <response code="403">The client may not see such views, or not store queries.</response>
    /// <response code="404">There is no such kind of view.</response>
    /// <response code="422">The query is missing, or has a view already.</response>
    [HttpPost("{id}", Name = "Create_views")]
    public async Task<ActionResult<Document<ViewDto>>> Create(
        string id, [FromBody] ChangeSet<View, ViewDto> changes, CancellationToken cancellationToken) =>
        Created(await views.CreateAsync(id, changes, cancellationToken));
}

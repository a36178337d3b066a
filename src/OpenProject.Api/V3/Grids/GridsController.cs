using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Grids;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Grids;

namespace OpenProject.Api.V3.Grids;

/// <summary>How people arrange pages of their own, and the boards of projects.</summary>
[Route("api/v3/grids")]
public sealed class GridsController(GridService grids) : V3Controller
{
    /// <summary>List one's own grids, and boards.</summary>
    /// <response code="200">A page of the client's grids, and of the boards that it may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_grids")]
    public async Task<ActionResult<Page<GridDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await grids.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a grid.</summary>
    /// <response code="201">The new grid.</response>
    /// <response code="403">The client is not signed in.</response>
    /// <response code="422">Attributes are refused; the client may have one for the page already, or not manage the boards of the project.</response>
    [HttpPost(Name = "create_grid")]
    public async Task<ActionResult<Document<GridDto>>> Create([FromBody] ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        Created(await grids.CreateAsync(changes, cancellationToken));

    /// <summary>Form for a new grid.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client is not signed in.</response>
    [HttpPost("form", Name = "Grid_Create_Form")]
    public async Task<ActionResult<Form<Grid, GridDto>>> CreateForm([FromBody] ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        await grids.CreateFormAsync(changes, cancellationToken);

    /// <summary>View a grid.</summary>
    /// <param name="id">The grid's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The grid.</response>
    /// <response code="404">It is missing, somebody else's, or a board that the client may not see.</response>
    [HttpGet("{id:long}", Name = "get_grid")]
    public async Task<ActionResult<Document<GridDto>>> Show(long id, CancellationToken cancellationToken) => await grids.FindAsync(id, cancellationToken);

    /// <summary>Update a grid.</summary>
    /// <param name="id">The grid's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed grid.</response>
    /// <response code="403">The client may not manage the boards of the project.</response>
    /// <response code="404">It is missing, somebody else's, or a board that the client may not see.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_grid")]
    public async Task<ActionResult<Document<GridDto>>> Update(long id, [FromBody] ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        await grids.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a board.</summary>
    /// <param name="id">The grid's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone, and the queries that were there for its lists alone.</response>
    /// <response code="403">The client may not manage the boards of the project, or it is no board.</response>
    /// <response code="404">It is missing, somebody else's, or a board that the client may not see.</response>
    [HttpDelete("{id:long}", Name = "delete_grid")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await grids.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for changes of a grid.</summary>
    /// <param name="id">The grid's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not manage the boards of the project.</response>
    /// <response code="404">It is missing, somebody else's, or a board that the client may not see.</response>
    [HttpPost("{id:long}/form", Name = "Grid_Update_Form")]
    public async Task<ActionResult<Form<Grid, GridDto>>> UpdateForm(long id, [FromBody] ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        await grids.UpdateFormAsync(id, changes, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.Statuses;

namespace OpenProject.Api.V3.Statuses;

/// <summary>The statuses of work packages.</summary>
[Route("api/v3/statuses")]
public sealed class StatusesController(StatusService statuses) : V3Controller
{
    /// <summary>List statuses.</summary>
    /// <response code="200">All statuses, in order of position.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet(Name = "list_statuses")]
    public async Task<ActionResult<Page<StatusDto>>> List(CancellationToken cancellationToken) =>
        await statuses.ListAsync(Whole(), cancellationToken);

    /// <summary>View a status.</summary>
    /// <param name="id">The status's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The status.</response>
    /// <response code="404">There is no such status.</response>
    [HttpGet("{id:long}", Name = "get_status")]
    public async Task<ActionResult<Document<StatusDto>>> Show(long id, CancellationToken cancellationToken) =>
        await statuses.FindAsync(id, cancellationToken);
}

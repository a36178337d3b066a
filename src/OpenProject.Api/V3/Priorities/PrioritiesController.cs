using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.Priorities;

namespace OpenProject.Api.V3.Priorities;

/// <summary>The priorities of work packages.</summary>
[Route("api/v3/priorities")]
public sealed class PrioritiesController(PriorityService priorities) : V3Controller
{
    /// <summary>List priorities.</summary>
    /// <response code="200">All priorities, in order of position.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet(Name = "List_all_Priorities")]
    public async Task<ActionResult<Page<PriorityDto>>> List(CancellationToken cancellationToken) =>
        await priorities.ListAsync(Whole(), cancellationToken);

    /// <summary>View a priority.</summary>
    /// <param name="id">The priority's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The priority.</response>
    /// <response code="404">There is no such priority.</response>
    [HttpGet("{id:long}", Name = "View_Priority")]
    public async Task<ActionResult<Document<PriorityDto>>> Show(long id, CancellationToken cancellationToken) =>
        await priorities.FindAsync(id, cancellationToken);
}

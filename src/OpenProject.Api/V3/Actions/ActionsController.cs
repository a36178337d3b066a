using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Actions;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Actions;

/// <summary>What one may do.</summary>
[Route("api/v3/actions")]
public sealed class ActionsController(ActionService actions) : V3Controller
{
    /// <summary>List actions.</summary>
    /// <response code="200">A page of the actions. Who may do which is told by capabilities.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "List_actions")]
    public async Task<ActionResult<Page<ActionDto>>> List([FromQuery] CollectionRequest request) => await actions.ListAsync(Query(request));

    /// <summary>View an action.</summary>
    /// <param name="id">The action's name, a resource and a verb, e.g. <c>work_packages/create</c>.</param>
    /// <response code="200">The action.</response>
    /// <response code="404">There is no such action.</response>
    [HttpGet("{**id}", Name = "View_action")]
    public async Task<ActionResult<Document<ActionDto>>> Show(string id) => await actions.FindAsync(id);
}

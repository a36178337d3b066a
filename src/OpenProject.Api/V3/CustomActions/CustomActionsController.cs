using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.CustomActions;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.V3.CustomActions;

/// <summary>Changes of work packages that have a name.</summary>
[Route("api/v3/custom_actions")]
public sealed class CustomActionsController(CustomActionService actions) : V3Controller
{
    /// <summary>View a custom action.</summary>
    /// <param name="id">The action's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The action.</response>
    /// <response code="403">The client may edit work packages nowhere.</response>
    /// <response code="404">It is missing.</response>
    [HttpGet("{id:long}", Name = "get_custom_action")]
    public async Task<ActionResult<Document<CustomActionDto>>> Show(long id, CancellationToken cancellationToken) => await actions.FindAsync(id, cancellationToken);

    /// <summary>Execute a custom action on a work package.</summary>
    /// <param name="id">The action's id.</param>
    /// <param name="request">The work package, with the <c>lockVersion</c> that was read.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed work package.</response>
    /// <response code="400">The body names no work package.</response>
    /// <response code="403">The client may not edit the work package.</response>
    /// <response code="404">The action or the work package is missing, or this is not offered that.</response>
    /// <response code="409">The work package was changed since it was read, or <c>lockVersion</c> is missing.</response>
    /// <response code="422">What the action would write is refused.</response>
    [HttpPost("{id:long}/execute", Name = "Execute_custom_action")]
    public async Task<ActionResult<Document<WorkPackageDto>>> Execute(long id, [FromBody] ExecutionRequest request, CancellationToken cancellationToken) =>
        await actions.ExecuteAsync(id, request.WorkPackageId, request.ReadVersion, cancellationToken);
}

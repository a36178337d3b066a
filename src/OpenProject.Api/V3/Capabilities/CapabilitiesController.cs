using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Capabilities;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Capabilities;

/// <summary>Who may do what where.</summary>
[Route("api/v3/capabilities")]
public sealed class CapabilitiesController(CapabilityService capabilities) : V3Controller
{
    /// <summary>List capabilities.</summary>
    /// <response code="200">A page of the capabilities that the client may see: its own where neither <c>principal</c> nor <c>context</c> is asked for.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "List_capabilities")]
    public async Task<ActionResult<Page<CapabilityDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await capabilities.ListAsync(Query(request), cancellationToken);

    /// <summary>View the context of what is done in no project.</summary>
    /// <response code="200">The context.</response>
    [HttpGet("context/global", Name = "View_global_context")]
    public ActionResult<GlobalContextModel> GlobalContext() => GlobalContextModel.Only;

    /// <summary>View a capability.</summary>
    /// <param name="id">The action, the context and the principal, e.g. <c>work_packages/create/p3-5</c> or <c>users/create/g-5</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The capability.</response>
    /// <response code="404">The principal may not do it there, or the client may not see that.</response>
    [HttpGet("{**id}", Name = "View_capabilities")]
    public async Task<ActionResult<Document<CapabilityDto>>> Show(string id, CancellationToken cancellationToken) =>
        await capabilities.FindAsync(id, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.Sprints;

namespace OpenProject.Api.V3.Sprints;

/// <summary>What teams plan for some weeks.</summary>
[Route("api/v3")]
public sealed class SprintsController(SprintService sprints) : V3Controller
{
    /// <summary>List sprints.</summary>
    /// <response code="200">A page of the sprints that the client may see, the earliest first.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet("sprints", Name = "List_sprints")]
    public async Task<ActionResult<Page<SprintDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await sprints.ListAsync(Query(request), cancellationToken);

    /// <summary>View a sprint.</summary>
    /// <param name="id">The sprint's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The sprint.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("sprints/{id:long}", Name = "get_sprint")]
    public async Task<ActionResult<Document<SprintDto>>> Show(long id, CancellationToken cancellationToken) => await sprints.FindAsync(id, cancellationToken);

    /// <summary>List the sprints of a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="request">What is asked of the list.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">A page of its sprints, the earliest first.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see the project's sprints.</response>
    /// <response code="404">The project is missing, or the client may not see it.</response>
    [HttpGet("projects/{id}/sprints", Name = "List_sprints_in_project")]
    public async Task<ActionResult<Page<SprintDto>>> ListInProject(string id, [FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await sprints.ListInAsync(id, Query(request), cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Projects;

/// <summary>Projects; programs and portfolios are answered here too, each under its own type.</summary>
[Route("api/v3/projects")]
public sealed class ProjectsController(ProjectService projects) : V3Controller
{
    /// <summary>List projects.</summary>
    /// <response code="200">A page of the projects that the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_projects")]
    public async Task<ActionResult<Page<ProjectDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListAsync(Query(request), kind: null, cancellationToken);

    /// <summary>View a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id}", Name = "View_project")]
    public async Task<ActionResult<Document<ProjectDto>>> Show(string id, CancellationToken cancellationToken) =>
        await projects.FindAsync(id, kind: null, cancellationToken);
}

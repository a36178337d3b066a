using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Api.V3.Projects;

/// <summary>Programs: projects with one aim.</summary>
[Route("api/v3/programs")]
public sealed class ProgramsController(ProjectService projects) : V3Controller
{
    /// <summary>List programs.</summary>
    /// <response code="200">A page of the programs that the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_programs")]
    public async Task<ActionResult<Page<ProjectDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListAsync(Query(request), ProjectKind.Program, cancellationToken);

    /// <summary>View a program.</summary>
    /// <param name="id">The program's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The program.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id}", Name = "View_program")]
    public async Task<ActionResult<Document<ProjectDto>>> Show(string id, CancellationToken cancellationToken) =>
        await projects.FindAsync(id, ProjectKind.Program, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
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

    /// <summary>Update a program.</summary>
    /// <param name="id">The program's id or identifier.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed program.</response>
    /// <response code="403">The client may not edit it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id}", Name = "Update_Program")]
    public async Task<ActionResult<Document<ProjectDto>>> Update(
        string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await projects.UpdateAsync(id, ProjectKind.Program, changes, cancellationToken);

    /// <summary>Delete a program and all below it.</summary>
    /// <param name="id">The program's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Work packages of other projects are planned for its versions.</response>
    [HttpDelete("{id}", Name = "Delete_Program")]
    public async Task<IActionResult> Delete(string id, CancellationToken cancellationToken)
    {
        await projects.DeleteAsync(id, ProjectKind.Program, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for changes of a program.</summary>
    /// <param name="id">The program's id or identifier.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not edit it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("{id}/form", Name = "Program_update_form")]
    public async Task<ActionResult<Form<Project, ProjectDto>>> UpdateForm(
        string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await projects.UpdateFormAsync(id, ProjectKind.Program, changes, cancellationToken);
}

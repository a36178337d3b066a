using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Projects;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;

namespace OpenProject.Api.V3.Projects;

/// <summary>Copies of projects.</summary>
[Route("api/v3/projects/{id}/copy")]
public sealed class ProjectCopiesController(ProjectCopyService copies) : V3Controller
{
    /// <summary>Copy a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="changes">How the copy shall differ, and under <c>_meta</c> what is copied.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="302">A job does it; the address tells how far it is.</response>
    /// <response code="403">The client may not copy the project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused, or twenty jobs of the client have still to be done.</response>
    [HttpPost(Name = "Create_project_copy")]
    [ProducesResponseType(StatusCodes.Status302Found)]
    public async Task<IActionResult> Create(string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        Redirect($"{JobStatusResource.Location.Value}/{await copies.StartAsync(id, changes, cancellationToken)}");

    /// <summary>Form for a copy of a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="changes">How the copy shall differ, and under <c>_meta</c> what is copied.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not copy the project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("form", Name = "Project_copy_form")]
    public async Task<ActionResult<Form<Project, ProjectDto>>> CreateForm(
        string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await copies.CreateFormAsync(id, changes, cancellationToken);
}

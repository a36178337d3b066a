using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.ProjectStatuses;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.ProjectStatuses;

/// <summary>The statuses of projects.</summary>
[Route("api/v3/project_statuses")]
public sealed class ProjectStatusesController(ProjectStatusService statuses) : V3Controller
{
    /// <summary>View a status of projects.</summary>
    /// <param name="id">The status's code, e.g. <c>on_track</c>.</param>
    /// <response code="200">The status.</response>
    /// <response code="404">There is no such status.</response>
    [HttpGet("{id}", Name = "View_project_status")]
    public async Task<ActionResult<Document<ProjectStatusDto>>> Show(string id) => await statuses.FindAsync(id);
}

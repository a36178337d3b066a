using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.V3.WorkPackages;

/// <summary>The workspaces that work packages may be in.</summary>
[Route("api/v3/work_packages")]
public sealed class AvailableProjectsController(WorkPackageProjectService projects) : V3Controller
{
    /// <summary>List the workspaces that work packages may be created in.</summary>
    /// <response code="200">A page of them.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not create work packages anywhere.</response>
    [HttpGet("available_projects", Name = "Available_projects_for_new_work_package")]
    public async Task<ActionResult<Page<ProjectDto>>> ListForNew([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListForNewAsync(Query(request), cancellationToken);

    /// <summary>List the workspaces that a work package may be moved to.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="request">Filters, order and page.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">A page of them.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may neither edit nor move the work package.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}/available_projects", Name = "Available_projects_for_work_package")]
    public async Task<ActionResult<Page<ProjectDto>>> ListFor(long id, [FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListForAsync(id, Query(request), cancellationToken);
}

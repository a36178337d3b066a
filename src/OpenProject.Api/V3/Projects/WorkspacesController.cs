using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.V3.Projects;

/// <summary>Workspaces: projects, programs and portfolios alike.</summary>
[Route("api/v3/workspaces")]
public sealed class WorkspacesController(ProjectService projects) : V3Controller
{
    /// <summary>List workspaces.</summary>
    /// <response code="200">A page of the workspaces that the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_workspace")]
    public async Task<ActionResult<Page<ProjectDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListAsync(Query(request), kind: null, cancellationToken);

    /// <summary>View the schema of workspaces.</summary>
    /// <response code="200">The schema.</response>
    [HttpGet("schema", Name = "View_workspace_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) =>
        await projects.SchemaAsync(CollectionPath, cancellationToken);
}

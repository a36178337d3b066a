using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Api.V3.Projects;

/// <summary>Portfolios: what stands above programs and projects.</summary>
[Route("api/v3/portfolios")]
public sealed class PortfoliosController(ProjectService projects) : V3Controller
{
    /// <summary>List portfolios.</summary>
    /// <response code="200">A page of the portfolios that the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_portfolios")]
    public async Task<ActionResult<Page<ProjectDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListAsync(Query(request), ProjectKind.Portfolio, cancellationToken);

    /// <summary>View a portfolio.</summary>
    /// <param name="id">The portfolio's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The portfolio.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id}", Name = "View_portfolio")]
    public async Task<ActionResult<Document<ProjectDto>>> Show(string id, CancellationToken cancellationToken) =>
        await projects.FindAsync(id, ProjectKind.Portfolio, cancellationToken);
}

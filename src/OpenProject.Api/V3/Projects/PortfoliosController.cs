using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
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

    /// <summary>Update a portfolio.</summary>
    /// <param name="id">The portfolio's id or identifier.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed portfolio.</response>
    /// <response code="403">The client may not edit it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id}", Name = "Update_Portfolio")]
    public async Task<ActionResult<Document<ProjectDto>>> Update(
        string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await projects.UpdateAsync(id, ProjectKind.Portfolio, changes, cancellationToken);

    /// <summary>Delete a portfolio and all below it.</summary>
    /// <param name="id">The portfolio's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Work packages of other projects are planned for its versions.</response>
    [HttpDelete("{id}", Name = "Delete_Portfolio")]
    public async Task<IActionResult> Delete(string id, CancellationToken cancellationToken)
    {
        await projects.DeleteAsync(id, ProjectKind.Portfolio, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for changes of a portfolio.</summary>
    /// <param name="id">The portfolio's id or identifier.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not edit it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("{id}/form", Name = "Portfolio_update_form")]
    public async Task<ActionResult<Form<Project, ProjectDto>>> UpdateForm(
        string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await projects.UpdateFormAsync(id, ProjectKind.Portfolio, changes, cancellationToken);
}

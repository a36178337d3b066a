using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.Writes;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>Stored ways to look at work packages.</summary>
[Route("api/v3/queries")]
public sealed class QueriesController(SavedQueryService queries, QueryProjectService projects, IOptions<ApiV3Options> options) : V3Controller
{
    /// <summary>List queries.</summary>
    /// <response code="200">The client's own queries and public ones, without results.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet(Name = "List_queries")]
    public async Task<ActionResult<Page<SavedQueryDto>>> List([FromQuery] FilteredRequest request, CancellationToken cancellationToken) =>
        await queries.ListAsync(Whole(request), cancellationToken);

    /// <summary>Create a query. Its owner is the client.</summary>
    /// <response code="201">The new query with its results.</response>
    /// <response code="403">The client may not store queries in the project.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "Create_query")]
    public async Task<ActionResult<Document<SavedQueryDto>>> Create(
        [FromBody] ChangeSet<SavedQuery, SavedQueryDto> changes, CancellationToken cancellationToken) =>
        Created(await queries.CreateAsync(changes, Plain(), cancellationToken));

    /// <summary>View a query.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="request">What to show otherwise than the query says.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The query with its results.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "View_query")]
    public async Task<ActionResult<Document<SavedQueryDto>>> Show(long id, [FromQuery] QueryRequest request, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, QueryRequestParser.Parse(request, Request.Query, options.Value), cancellationToken);

    /// <summary>Update a query.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed query with its results.</response>
    /// <response code="403">The client may not change it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "Edit_Query")]
    public async Task<ActionResult<Document<SavedQueryDto>>> Update(
        long id, [FromBody] ChangeSet<SavedQuery, SavedQueryDto> changes, CancellationToken cancellationToken) =>
        await queries.UpdateAsync(id, changes, Plain(), cancellationToken);

    /// <summary>Delete a query, with its view.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">It is somebody else's, and the client may not manage public ones.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "Delete_query")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await queries.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for a new query.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not store queries in the project.</response>
    [HttpPost("form", Name = "Query_Create_Form")]
    public async Task<ActionResult<Form<SavedQuery, SavedQueryDto>>> CreateForm(
        [FromBody] ChangeSet<SavedQuery, SavedQueryDto> changes, CancellationToken cancellationToken) =>
        await queries.CreateFormAsync(changes, cancellationToken);

    /// <summary>Form for changes of a query.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not; without <c>commit</c> for those who may not change the query.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("{id:long}/form", Name = "Query_Update_Form")]
    public async Task<ActionResult<Form<SavedQuery, SavedQueryDto>>> UpdateForm(
        long id, [FromBody] ChangeSet<SavedQuery, SavedQueryDto> changes, CancellationToken cancellationToken) =>
        await queries.UpdateFormAsync(id, changes, cancellationToken);

    /// <summary>Put a query first.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The starred query with its results.</response>
    /// <response code="403">It is somebody else's, and the client may not manage public ones.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPatch("{id:long}/star", Name = "Star_query")]
    public async Task<ActionResult<Document<SavedQueryDto>>> Star(long id, CancellationToken cancellationToken) =>
        await queries.StarAsync(id, isStarred: true, Plain(), cancellationToken);

    /// <summary>Put a query back among the others.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The query, no longer starred, with its results.</response>
    /// <response code="403">It is somebody else's, and the client may not manage public ones.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPatch("{id:long}/unstar", Name = "Unstar_query")]
    public async Task<ActionResult<Document<SavedQueryDto>>> Unstar(long id, CancellationToken cancellationToken) =>
        await queries.StarAsync(id, isStarred: false, Plain(), cancellationToken);

    /// <summary>List the projects that a query may be in.</summary>
    /// <response code="200">A page of them.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet("available_projects", Name = "Available_projects_for_query")]
    public async Task<ActionResult<Page<ProjectDto>>> ListProjects([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListAsync(Query(request), cancellationToken);

    private QueryOverrides Plain() => new() { PageSize = options.Value.DefaultPageSize };
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;

namespace OpenProject.Api.V3.Projects;

/// <summary>Projects. Lists hold projects alone, as the published document says; by id or identifier any workspace is answered.</summary>
[Route("api/v3/projects")]
public sealed class ProjectsController(ProjectService projects, ProjectParentService parents) : V3Controller
{
    /// <summary>List projects.</summary>
    /// <response code="200">A page of the projects that the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_projects")]
    public async Task<ActionResult<Page<ProjectDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await projects.ListAsync(Query(request), ProjectKind.Project, cancellationToken);

    /// <summary>View a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id}", Name = "View_project")]
    public async Task<ActionResult<Document<ProjectDto>>> Show(string id, CancellationToken cancellationToken) =>
        await projects.FindAsync(id, kind: null, cancellationToken);

    /// <summary>Create a project.</summary>
    /// <response code="201">The new project.</response>
    /// <response code="403">The client may neither create projects nor subprojects of the parent.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_project")]
    public async Task<ActionResult<Document<ProjectDto>>> Create(
        [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        Created(await projects.CreateAsync(changes, cancellationToken));

    /// <summary>Form for a new project.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may neither create projects nor subprojects of the parent.</response>
    [HttpPost("form", Name = "Project_create_form")]
    public async Task<ActionResult<Form<Project, ProjectDto>>> CreateForm(
        [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await projects.CreateFormAsync(changes, cancellationToken);

    /// <summary>View the schema of projects.</summary>
    /// <response code="200">The schema.</response>
    [HttpGet("schema", Name = "View_project_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) =>
        await projects.SchemaAsync(CollectionPath, cancellationToken);

    /// <summary>List what a project may be put below.</summary>
    /// <param name="request">Filters, order and page.</param>
    /// <param name="wanted">For which project.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The candidates.</response>
    /// <response code="403">The client may neither create nor edit projects.</response>
    [HttpGet("available_parent_projects", Name = "List_available_parent_project_candidates")]
    public async Task<ActionResult<Page<ProjectDto>>> ListParents(
        [FromQuery] CollectionRequest request, [FromQuery] ParentCandidatesRequest wanted, CancellationToken cancellationToken) =>
        await parents.ListAsync(
            wanted.Of, wanted.Kind, Query(request).With("of", wanted.Of).With("workspace_type", wanted.WorkspaceType), cancellationToken);

    /// <summary>Update a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed project.</response>
    /// <response code="403">The client may not edit it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id}", Name = "Update_Project")]
    public async Task<ActionResult<Document<ProjectDto>>> Update(
        string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await projects.UpdateAsync(id, kind: null, changes, cancellationToken);

    /// <summary>Delete a project and all below it.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Work packages of other projects are planned for its versions.</response>
    [HttpDelete("{id}", Name = "Delete_Project")]
    public async Task<IActionResult> Delete(string id, CancellationToken cancellationToken)
    {
        await projects.DeleteAsync(id, kind: null, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for changes of a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not edit it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("{id}/form", Name = "Project_update_form")]
    public async Task<ActionResult<Form<Project, ProjectDto>>> UpdateForm(
        string id, [FromBody] ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        await projects.UpdateFormAsync(id, kind: null, changes, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Versions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Versions;

namespace OpenProject.Api.V3.Versions;

/// <summary>The versions that work packages are planned for.</summary>
[Route("api/v3")]
public sealed class VersionsController(VersionService versions) : V3Controller
{
    /// <summary>List versions.</summary>
    /// <response code="200">A page of the versions that the client may see.</response>
    [HttpGet("versions", Name = "list_versions")]
    public async Task<ActionResult<Page<VersionDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await versions.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a version.</summary>
    /// <response code="201">The new version.</response>
    /// <response code="403">The client may not manage versions of the project.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost("versions", Name = "create_version")]
    public async Task<ActionResult<Document<VersionDto>>> Create(
        [FromBody] ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken) =>
        Created(await versions.CreateAsync(changes, cancellationToken));

    /// <summary>View a version.</summary>
    /// <param name="id">The version's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The version.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("versions/{id:long}", Name = "get_version")]
    public async Task<ActionResult<Document<VersionDto>>> Show(long id, CancellationToken cancellationToken) =>
        await versions.FindAsync(id, cancellationToken);

    /// <summary>Update a version.</summary>
    /// <param name="id">The version's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed version. Work packages of projects that it is no longer shared with are planned for it no longer.</response>
    /// <response code="403">The client may not manage versions of its project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("versions/{id:long}", Name = "update_Version")]
    public async Task<ActionResult<Document<VersionDto>>> Update(
        long id, [FromBody] ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken) =>
        await versions.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a version.</summary>
    /// <param name="id">The version's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone, and no work package is planned for it any longer.</response>
    /// <response code="403">The client may not manage versions of its project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("versions/{id:long}", Name = "delete_Version")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await versions.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for a new version.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not manage versions anywhere.</response>
    [HttpPost("versions/form", Name = "Version_create_form")]
    public async Task<ActionResult<Form<ProjectVersion, VersionDto>>> CreateForm(
        [FromBody] ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken) =>
        await versions.CreateFormAsync(changes, cancellationToken);

    /// <summary>Form for changes of a version.</summary>
    /// <param name="id">The version's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not manage versions of its project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("versions/{id:long}/form", Name = "Version_update_form")]
    public async Task<ActionResult<Form<ProjectVersion, VersionDto>>> UpdateForm(
        long id, [FromBody] ChangeSet<ProjectVersion, VersionDto> changes, CancellationToken cancellationToken) =>
        await versions.UpdateFormAsync(id, changes, cancellationToken);

    /// <summary>List the projects in which versions can be defined.</summary>
    /// <response code="200">A page of the projects where the client manages versions.</response>
    /// <response code="403">The client manages no versions anywhere.</response>
    [HttpGet("versions/available_projects", Name = "Available_projects_for_versions")]
    public async Task<ActionResult<Page<ProjectDto>>> AvailableProjects([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await versions.AvailableProjectsAsync(Query(request), cancellationToken);

    /// <summary>View the schema of versions.</summary>
    /// <response code="200">The schema.</response>
    /// <response code="403">The client may not see versions anywhere.</response>
    [HttpGet("versions/schema", Name = "View_version_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) => await versions.SchemaAsync(cancellationToken);

    /// <summary>List the workspaces that a version is available in.</summary>
    /// <param name="id">The version's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">Those that the client may see.</response>
    /// <response code="404">The version is missing, or the client may not see it.</response>
    [HttpGet("versions/{id:long}/projects", Name = "List_projects_with_version")]
    [HttpGet("versions/{id:long}/workspaces", Name = "List_workspaces_with_version")]
    public async Task<ActionResult<Page<ProjectDto>>> ListWorkspaces(long id, CancellationToken cancellationToken) =>
        await versions.ListWorkspacesAsync(id, Whole(), cancellationToken);

    /// <summary>List the versions that are available in a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">Its own versions and those shared with it, by name.</response>
    /// <response code="404">The workspace is missing, or the client may not see its versions.</response>
    [HttpGet("projects/{id}/versions", Name = "List_versions_available_in_a_project")]
    [HttpGet("workspaces/{id}/versions", Name = "List_versions_available_in_a_workspace")]
    public async Task<ActionResult<Page<VersionDto>>> ListIn(string id, CancellationToken cancellationToken) =>
        await versions.ListInAsync(id, Whole(), cancellationToken);
}

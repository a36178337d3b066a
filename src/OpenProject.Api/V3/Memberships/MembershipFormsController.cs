using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Memberships;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Memberships;

namespace OpenProject.Api.V3.Memberships;

/// <summary>The schema of memberships and the forms for them.</summary>
[Route("api/v3/memberships")]
public sealed class MembershipFormsController(MembershipService memberships) : V3Controller
{
    /// <summary>View the schema of memberships.</summary>
    /// <response code="200">The schema.</response>
    /// <response code="403">The client neither sees nor manages members anywhere.</response>
    [HttpGet("schema", Name = "get_membership_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) => await memberships.SchemaAsync(cancellationToken);

    /// <summary>List the projects that a membership may be in.</summary>
    /// <response code="200">A page of the active projects in which the client may manage members.</response>
    /// <response code="403">The client may not manage members anywhere.</response>
    [HttpGet("available_projects", Name = "get_memberships_available_projects")]
    public async Task<ActionResult<Page<ProjectDto>>> AvailableProjects([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await memberships.AvailableProjectsAsync(Query(request), cancellationToken);

    /// <summary>Form for a new membership.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not manage members.</response>
    [HttpPost("form", Name = "form_create_membership")]
    public async Task<ActionResult<Form<Membership, MembershipDto>>> CreateForm(
        [FromBody] ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken) =>
        await memberships.CreateFormAsync(changes, cancellationToken);

    /// <summary>Form for changes of a membership.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="changes">The roles, as a whole.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not manage members.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("{id:long}/form", Name = "form_update_membership")]
    public async Task<ActionResult<Form<Membership, MembershipDto>>> UpdateForm(
        long id, [FromBody] ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken) =>
        await memberships.UpdateFormAsync(id, changes, cancellationToken);
}

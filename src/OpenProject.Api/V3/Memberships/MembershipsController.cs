using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Memberships;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Memberships;

namespace OpenProject.Api.V3.Memberships;

/// <summary>Who has which roles where.</summary>
[Route("api/v3/memberships")]
public sealed class MembershipsController(MembershipService memberships) : V3Controller
{
    /// <summary>List memberships.</summary>
    /// <response code="200">A page of the memberships in projects whose members the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_memberships")]
    public async Task<ActionResult<Page<MembershipDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await memberships.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a membership.</summary>
    /// <response code="201">The new membership.</response>
    /// <response code="403">The client may not manage members.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_membership")]
    public async Task<ActionResult<Document<MembershipDto>>> Create(
        [FromBody] ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken) =>
        Created(await memberships.CreateAsync(changes, cancellationToken));

    /// <summary>View a membership.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The membership.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_membership")]
    public async Task<ActionResult<Document<MembershipDto>>> Show(long id, CancellationToken cancellationToken) =>
        await memberships.FindAsync(id, cancellationToken);

    /// <summary>Update a membership. Only its roles can change.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="changes">The roles, as a whole.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed membership.</response>
    /// <response code="403">The client may not manage members.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_membership")]
    public async Task<ActionResult<Document<MembershipDto>>> Update(
        long id, [FromBody] ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken) =>
        await memberships.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a membership. Roles that come from a group stay.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client may not manage members.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">All its roles come from groups.</response>
    [HttpDelete("{id:long}", Name = "delete_membership")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await memberships.DeleteAsync(id, cancellationToken);
        return NoContent();
    }
}

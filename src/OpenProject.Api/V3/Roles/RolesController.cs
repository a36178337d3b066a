using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.Roles;

namespace OpenProject.Api.V3.Roles;

/// <summary>The roles that memberships give.</summary>
[Route("api/v3/roles")]
public sealed class RolesController(RoleService roles) : V3Controller
{
    /// <summary>List roles.</summary>
    /// <param name="request">Conditions on <c>grantable</c> and <c>unit</c> (<c>project</c> or <c>system</c>).</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The roles, in order of position.</response>
    /// <response code="400">The filters cannot be understood.</response>
    [HttpGet(Name = "List_roles")]
    public async Task<ActionResult<Page<RoleDto>>> List([FromQuery] FilteredRequest request, CancellationToken cancellationToken) =>
        await roles.ListAsync(Whole(request), cancellationToken);

    /// <summary>View a role.</summary>
    /// <param name="id">The role's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The role.</response>
    /// <response code="403">The client may not see members anywhere.</response>
    /// <response code="404">There is no such role.</response>
    [HttpGet("{id:long}", Name = "View_role")]
    public async Task<ActionResult<Document<RoleDto>>> Show(long id, CancellationToken cancellationToken) => await roles.FindAsync(id, cancellationToken);
}

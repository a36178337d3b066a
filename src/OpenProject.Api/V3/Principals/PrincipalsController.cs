using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Principals;

/// <summary>Users, groups and placeholder users together.</summary>
[Route("api/v3/principals")]
public sealed class PrincipalsController(PrincipalService principals) : V3Controller
{
    /// <summary>List principals.</summary>
    /// <response code="200">A page of the users, groups and placeholder users that the client may see; without locked users, unless they are filtered by status.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_principals")]
    public async Task<ActionResult<Page<PrincipalDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await principals.ListAsync(Query(request), cancellationToken);
}

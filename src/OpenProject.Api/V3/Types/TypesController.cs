using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.Types;

namespace OpenProject.Api.V3.Types;

/// <summary>The types of work packages.</summary>
[Route("api/v3/types")]
public sealed class TypesController(TypeService types) : V3Controller
{
    /// <summary>List types.</summary>
    /// <response code="200">All types, in order of position.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet(Name = "List_all_Types")]
    public async Task<ActionResult<Page<TypeDto>>> List(CancellationToken cancellationToken) =>
        await types.ListAsync(Whole(), cancellationToken);

    /// <summary>View a type.</summary>
    /// <param name="id">The type's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The type.</response>
    /// <response code="404">There is no such type.</response>
    [HttpGet("{id:long}", Name = "View_Type")]
    public async Task<ActionResult<Document<TypeDto>>> Show(long id, CancellationToken cancellationToken) =>
        await types.FindAsync(id, cancellationToken);

    /// <summary>List the types that a workspace offers.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The types, in order of position.</response>
    /// <response code="404">The workspace is missing, or the client may not see its types.</response>
    [HttpGet("/api/v3/projects/{id}/types", Name = "List_types_available_in_a_project")]
    [HttpGet("/api/v3/workspaces/{id}/types", Name = "List_types_available_in_a_workspace")]
    public async Task<ActionResult<Page<TypeDto>>> ListIn(string id, CancellationToken cancellationToken) =>
        await types.ListInAsync(id, Whole(), cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Relations;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Relations;

namespace OpenProject.Api.V3.Relations;

/// <summary>Relations between work packages.</summary>
[Route("api/v3/relations")]
public sealed class RelationsController(RelationService relations) : V3Controller
{
    /// <summary>List relations.</summary>
    /// <response code="200">A page of the relations of which the client may see both work packages.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_relations")]
    public async Task<ActionResult<Page<RelationDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await relations.ListAsync(Query(request), cancellationToken);

    /// <summary>View a relation.</summary>
    /// <param name="id">The relation's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The relation.</response>
    /// <response code="404">It is missing, or the client may not see both work packages.</response>
    [HttpGet("{id:long}", Name = "get_relation")]
    public async Task<ActionResult<Document<RelationDto>>> Show(long id, CancellationToken cancellationToken) =>
        await relations.FindAsync(id, cancellationToken);

    /// <summary>Update a relation. The two work packages stay the same; a type that reads backwards swaps them.</summary>
    /// <param name="id">The relation's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed relation.</response>
    /// <response code="403">The client may not manage relations of its first work package.</response>
    /// <response code="404">It is missing, or the client may not see both work packages.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_relation")]
    public async Task<ActionResult<Document<RelationDto>>> Update(
        long id, [FromBody] ChangeSet<Relation, RelationDto> changes, CancellationToken cancellationToken) =>
        await relations.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a relation.</summary>
    /// <param name="id">The relation's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client may not manage relations of its first work package.</response>
    /// <response code="404">It is missing, or the client may not see both work packages.</response>
    [HttpDelete("{id:long}", Name = "delete_relation")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await relations.DeleteAsync(id, cancellationToken);
        return NoContent();
    }
}

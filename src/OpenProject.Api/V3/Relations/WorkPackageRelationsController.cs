using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Relations;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Relations;

namespace OpenProject.Api.V3.Relations;

/// <summary>What a work package has to do with others, and could have.</summary>
[Route("api/v3/work_packages/{id:long}")]
public sealed class WorkPackageRelationsController(RelationService relations, RelationCandidateService candidates) : V3Controller
{
    // What the published description says.
    private const string CandidatesOnAPage = "10";

    /// <summary>List the relations of a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="request">Conditions, as for all relations.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The relations to work packages that the client may see.</response>
    /// <response code="400">The filters cannot be understood.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("relations", Name = "list_work_package_relations")]
    public async Task<ActionResult<Page<RelationDto>>> List(long id, [FromQuery] FilteredRequest request, CancellationToken cancellationToken) =>
        await relations.ListOfAsync(id, Whole(request), cancellationToken);

    /// <summary>Relate a work package to another one. What reads backwards (<c>precedes</c>) is stored, and answered, from the other end (<c>follows</c>).</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="changes">The other work package as the link <c>to</c>, the type, and what else there is to say.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The new relation.</response>
    /// <response code="403">The client may not manage relations of the work package.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    /// <response code="409">The two are related already.</response>
    /// <response code="422">Attributes are refused, or something would come to depend on itself.</response>
    [HttpPost("relations", Name = "create_relation")]
    public async Task<ActionResult<Document<RelationDto>>> Create(
        long id, [FromBody] ChangeSet<Relation, RelationDto> changes, CancellationToken cancellationToken) =>
        Created(await relations.CreateAsync(id, changes, cancellationToken));

    /// <summary>List what a work package could be related to.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="query">What the id or the subject must match.</param>
    /// <param name="type">The relation: its type, <c>parent</c> or <c>child</c>; <c>relates</c> when left out.</param>
    /// <param name="request">Further conditions, order and page.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">A page of visible work packages that are not related to it and would not come to depend on themselves.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("available_relation_candidates", Name = "list_available_relation_candidates")]
    public async Task<ActionResult<Page<WorkPackageDto>>> ListCandidates(
        long id, [FromQuery] string? query, [FromQuery] string? type, [FromQuery] CollectionRequest request, CancellationToken cancellationToken)
    {
        request.PageSize ??= CandidatesOnAPage;
        return await candidates.ListAsync(id, type, query, Query(request).With("query", query).With("type", type), cancellationToken);
    }
}

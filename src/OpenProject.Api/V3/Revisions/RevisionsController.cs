using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.Revisions;

namespace OpenProject.Api.V3.Revisions;

/// <summary>Commits to the repositories of projects.</summary>
[Route("api/v3/revisions")]
public sealed class RevisionsController(RevisionService revisions) : V3Controller
{
    /// <summary>View a revision.</summary>
    /// <param name="id">The revision's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The revision.</response>
    /// <response code="404">It is missing, or the client may not see the revisions of its project.</response>
    [HttpGet("{id:long}", Name = "View_revision")]
    public async Task<ActionResult<Document<RevisionDto>>> Show(long id, CancellationToken cancellationToken) => await revisions.FindAsync(id, cancellationToken);

    /// <summary>List the revisions that are about a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The revisions of those projects whose revisions the client may see, the last one first.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/work_packages/{id:long}/revisions", Name = "Revisions")]
    public async Task<ActionResult<Page<RevisionDto>>> ListOfWorkPackage(long id, CancellationToken cancellationToken) =>
        await revisions.ListOfAsync(id, Whole(), cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Documents;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Documents;

namespace OpenProject.Api.V3.Documents;

/// <summary>Texts that projects keep.</summary>
[Route("api/v3/documents")]
public sealed class DocumentsController(DocumentService documents) : V3Controller
{
    /// <summary>List documents.</summary>
    /// <response code="200">A page of the documents that the client may see, newest first.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "List_Documents")]
    public async Task<ActionResult<Page<DocumentDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await documents.ListAsync(Query(request), cancellationToken);

    /// <summary>View a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The document with its files.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "View_document")]
    public async Task<ActionResult<Document<DocumentDto>>> Show(long id, CancellationToken cancellationToken) => await documents.FindAsync(id, cancellationToken);

    /// <summary>Update a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed document.</response>
    /// <response code="403">The client may not manage documents of the project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "Update_document")]
    public async Task<ActionResult<Document<DocumentDto>>> Update(
        long id, [FromBody] ChangeSet<Document, DocumentDto> changes, CancellationToken cancellationToken) =>
        await documents.UpdateAsync(id, changes, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.V3.Attachments;
using OpenProject.Application.Attachments;
using OpenProject.Application.Documents;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Documents;

/// <summary>The files that are attached to documents.</summary>
[Route("api/v3/documents/{id:long}/attachments")]
public sealed class DocumentAttachmentsController(DocumentService documents) : V3Controller
{
    /// <summary>List the attachments of a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachments.</response>
    /// <response code="404">The document is missing, or the client may not see it.</response>
    [HttpGet(Name = "List_attachments_by_document")]
    public async Task<ActionResult<Page<AttachmentDto>>> List(long id, CancellationToken cancellationToken) =>
        await documents.ListFilesAsync(id, cancellationToken);

    /// <summary>Attach a file to a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="upload">The parts <c>metadata</c> and <c>file</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The attachment.</response>
    /// <response code="403">The client may not change it.</response>
    /// <response code="404">The document is missing, or the client may not see it.</response>
    /// <response code="422">A part or the file's name is missing, or the file is too large or of a type that is not taken.</response>
    [Takes(AttachmentsController.Form)]
    [HttpPost(Name = "Add_attachment_to_document")]
    public async Task<ActionResult<Document<AttachmentDto>>> Create(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await documents.AttachAsync(id, upload, cancellationToken));
}

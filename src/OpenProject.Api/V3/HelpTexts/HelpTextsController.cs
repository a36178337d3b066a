using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.V3.Attachments;
using OpenProject.Application.Attachments;
using OpenProject.Application.HelpTexts;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.HelpTexts;

/// <summary>What attributes mean in this installation.</summary>
[Route("api/v3/help_texts")]
public sealed class HelpTextsController(HelpTextService texts, ContentFileService files) : V3Controller
{
    /// <summary>List help texts.</summary>
    /// <response code="200">All.</response>
    [HttpGet(Name = "list_help_texts")]
    public async Task<ActionResult<Page<HelpTextDto>>> List(CancellationToken cancellationToken) => await texts.ListAsync(Whole(), cancellationToken);

    /// <summary>View a help text.</summary>
    /// <param name="id">The text's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The text.</response>
    /// <response code="404">It is missing.</response>
    [HttpGet("{id:long}", Name = "get_help_text")]
    public async Task<ActionResult<Document<HelpTextDto>>> Show(long id, CancellationToken cancellationToken) => await texts.FindAsync(id, cancellationToken);

    /// <summary>List the attachments of a help text.</summary>
    /// <param name="id">The text's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachments.</response>
    /// <response code="404">The text is missing.</response>
    [HttpGet("{id:long}/attachments", Name = "List_attachments_by_help_text")]
    public async Task<ActionResult<Page<AttachmentDto>>> ListAttachments(long id, CancellationToken cancellationToken) =>
        await files.ListOfHelpTextAsync(id, cancellationToken);

    /// <summary>Attach a file to a help text.</summary>
    /// <param name="id">The text's id.</param>
    /// <param name="upload">The parts <c>metadata</c> and <c>file</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The attachment.</response>
    /// <response code="403">The client may not edit help texts.</response>
    /// <response code="404">The text is missing.</response>
    /// <response code="422">A part or the file's name is missing, or the file is too large or of a type that is not taken.</response>
    [Takes(AttachmentsController.Form)]
    [HttpPost("{id:long}/attachments", Name = "Add_attachment_to_help_text")]
    public async Task<ActionResult<Document<AttachmentDto>>> Attach(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await files.CreateForHelpTextAsync(id, upload, cancellationToken));
}

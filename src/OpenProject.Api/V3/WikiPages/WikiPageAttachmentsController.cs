using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.V3.Attachments;
using OpenProject.Application.Attachments;
using OpenProject.Application.WikiPages;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.WikiPages;

/// <summary>The files that are attached to wiki pages.</summary>
[Route("api/v3/wiki_pages/{id:long}/attachments")]
public sealed class WikiPageAttachmentsController(WikiPageService wikiPages) : V3Controller
{
    /// <summary>List the attachments of a wiki page.</summary>
    /// <param name="id">The wiki page's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachments.</response>
    /// <response code="404">The wiki page is missing, or the client may not see it.</response>
    [HttpGet(Name = "List_attachments_by_wiki_page")]
    public async Task<ActionResult<Page<AttachmentDto>>> List(long id, CancellationToken cancellationToken) =>
        await wikiPages.ListFilesAsync(id, cancellationToken);

    /// <summary>Attach a file to a wiki page.</summary>
    /// <param name="id">The wiki page's id.</param>
    /// <param name="upload">The parts <c>metadata</c> and <c>file</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The attachment.</response>
    /// <response code="403">The client may not change it.</response>
    /// <response code="404">The wiki page is missing, or the client may not see it.</response>
    /// <response code="422">A part or the file's name is missing, or the file is too large or of a type that is not taken.</response>
    [Takes(AttachmentsController.Form)]
    [HttpPost(Name = "Add_attachment_to_wiki_page")]
    public async Task<ActionResult<Document<AttachmentDto>>> Create(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await wikiPages.AttachAsync(id, upload, cancellationToken));
}

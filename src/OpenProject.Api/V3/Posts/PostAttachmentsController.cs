using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.V3.Attachments;
using OpenProject.Application.Attachments;
using OpenProject.Application.Posts;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Posts;

/// <summary>The files that are attached to posts.</summary>
[Route("api/v3/posts/{id:long}/attachments")]
public sealed class PostAttachmentsController(PostService posts) : V3Controller
{
    /// <summary>List the attachments of a post.</summary>
    /// <param name="id">The post's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachments.</response>
    /// <response code="404">The post is missing, or the client may not see it.</response>
    [HttpGet(Name = "List_attachments_by_post")]
    public async Task<ActionResult<Page<AttachmentDto>>> List(long id, CancellationToken cancellationToken) =>
        await posts.ListFilesAsync(id, cancellationToken);

    /// <summary>Attach a file to a post.</summary>
    /// <param name="id">The post's id.</param>
    /// <param name="upload">The parts <c>metadata</c> and <c>file</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The attachment.</response>
    /// <response code="403">The client may not change it.</response>
    /// <response code="404">The post is missing, or the client may not see it.</response>
    /// <response code="422">A part or the file's name is missing, or the file is too large or of a type that is not taken.</response>
    [Takes(AttachmentsController.Form)]
    [HttpPost(Name = "Add_attachment_to_post")]
    public async Task<ActionResult<Document<AttachmentDto>>> Create(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await posts.AttachAsync(id, upload, cancellationToken));
}

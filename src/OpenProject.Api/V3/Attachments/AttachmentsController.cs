using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Attachments;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Attachments;

/// <summary>Files that hang on something, or are to.</summary>
[Route("api/v3/attachments")]
public sealed class AttachmentsController(AttachmentService attachments, UploadService uploads, DirectUploadService direct) : V3Controller
{
    /// <summary>The media type of uploads.</summary>
    public const string Form = "multipart/form-data";

    /// <summary>Upload a file that hangs on nothing yet.</summary>
    /// <param name="upload">The parts <c>metadata</c> and <c>file</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <remarks>Whoever uploaded it names it in the <c>attachments</c> of what it shall hang on. It goes when nobody does for some hours.</remarks>
    /// <response code="201">The attachment, which its author alone sees.</response>
    /// <response code="403">The client may attach files nowhere.</response>
    /// <response code="422">A part or the file's name is missing, or the file is too large or of a type that is not taken.</response>
    [Takes(Form)]
    [HttpPost(Name = "create_attachment")]
    public async Task<ActionResult<Document<AttachmentDto>>> Create([FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await uploads.CreateAsync(upload, cancellationToken));

    /// <summary>Prepare the upload of a file that hangs on nothing yet.</summary>
    /// <param name="upload">The part <c>metadata</c>, with <c>fileName</c>, <c>fileSize</c> and <c>contentType</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <remarks>
    /// For installations that keep files in a bucket: the client posts <c>form_fields</c> and the file to <c>addAttachment</c>, then follows <c>completeUpload</c>.
    /// </remarks>
    /// <response code="201">Where to bring the file.</response>
    /// <response code="403">The client may attach files nowhere.</response>
    /// <response code="422">The installation takes no direct uploads, or the file's name or size is missing, or it is too large or of a type that is not taken.</response>
    [Takes(Form)]
    [HttpPost("prepare", Name = "prepare_attachment")]
    public async Task<ActionResult<Document<AttachmentUploadDto>>> Prepare([FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await direct.PrepareAsync(upload, cancellationToken));

    /// <summary>Complete a prepared upload.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachment, which is seen from now on.</response>
    /// <response code="404">It is missing, or the client may not see it, or somebody else has prepared it.</response>
    /// <response code="422">The file is not there yet, or it is too large.</response>
    [HttpGet("{id:long}/uploaded", Name = "complete_attachment")]
    public async Task<ActionResult<Document<AttachmentDto>>> Complete(long id, CancellationToken cancellationToken) =>
        await direct.CompleteAsync(id, cancellationToken);

    /// <summary>View an attachment.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachment.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "view_attachment")]
    public async Task<ActionResult<Document<AttachmentDto>>> Show(long id, CancellationToken cancellationToken) =>
        await attachments.FindAsync(id, cancellationToken);

    /// <summary>Download the file of an attachment.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The file's bytes; with <c>Range</c> or a condition 206, 304, 412 or 416 (RFC 9110).</response>
    /// <response code="302">The bytes are elsewhere, at an address that is good for some minutes.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [ProducesResponseType(StatusCodes.Status302Found)]
    [Answers("application/octet-stream", "binary")]
    [HttpGet("{id:long}/content", Name = "download_attachment")]
    public async Task<IActionResult> Download(long id, CancellationToken cancellationToken)
    {
        var content = await attachments.OpenAsync(id, AttachmentFile.ServedAs, cancellationToken);
        if (content.Bytes is { } bytes)
            return new AttachmentFile(content.Attachment, bytes);
        Response.Headers.CacheControl = "private, no-store";
        return Redirect(content.Elsewhere!.AbsoluteUri);
    }

    /// <summary>Delete an attachment.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client may not delete it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_attachment")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await attachments.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>List the attachments of a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachments, without those of its activities.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/work_packages/{id:long}/attachments", Name = "list_work_package_attachments")]
    public async Task<ActionResult<Page<AttachmentDto>>> ListOfWorkPackage(long id, CancellationToken cancellationToken) =>
        await attachments.ListOfWorkPackageAsync(id, cancellationToken);

    /// <summary>Attach a file to a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="upload">The parts <c>metadata</c> and <c>file</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The attachment.</response>
    /// <response code="403">The client may not attach files there.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    /// <response code="422">A part or the file's name is missing, or the file is too large or of a type that is not taken.</response>
    [Takes(Form)]
    [HttpPost("/api/v3/work_packages/{id:long}/attachments", Name = "create_work_package_attachment")]
    public async Task<ActionResult<Document<AttachmentDto>>> CreateForWorkPackage(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await uploads.CreateForWorkPackageAsync(id, upload, cancellationToken));

    /// <summary>Prepare the upload of a file to a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="upload">The part <c>metadata</c>, with <c>fileName</c>, <c>fileSize</c> and <c>contentType</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">Where to bring the file.</response>
    /// <response code="403">The client may not attach files there.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    /// <response code="422">The installation takes no direct uploads, or the file's name or size is missing, or it is too large or of a type that is not taken.</response>
    [Takes(Form)]
    [HttpPost("/api/v3/work_packages/{id:long}/attachments/prepare", Name = "prepare_work_package_attachment")]
    public async Task<ActionResult<Document<AttachmentUploadDto>>> PrepareForWorkPackage(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await direct.PrepareForWorkPackageAsync(id, upload, cancellationToken));

    /// <summary>List the attachments of an activity.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The attachments.</response>
    /// <response code="404">The activity is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/activities/{id:long}/attachments", Name = "list_activity_attachments")]
    public async Task<ActionResult<Page<AttachmentDto>>> ListOfActivity(long id, CancellationToken cancellationToken) =>
        await attachments.ListOfActivityAsync(id, cancellationToken);

    /// <summary>Attach a file to an activity.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="upload">The parts <c>metadata</c> and <c>file</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The attachment.</response>
    /// <response code="403">The client may not edit the comment.</response>
    /// <response code="404">The activity is missing, or the client may not see it.</response>
    /// <response code="422">A part or the file's name is missing, or the file is too large or of a type that is not taken.</response>
    [Takes(Form)]
    [HttpPost("/api/v3/activities/{id:long}/attachments", Name = "create_activity_attachment")]
    public async Task<ActionResult<Document<AttachmentDto>>> CreateForActivity(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await uploads.CreateForActivityAsync(id, upload, cancellationToken));

    /// <summary>Prepare the upload of a file to an activity.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="upload">The part <c>metadata</c>, with <c>fileName</c>, <c>fileSize</c> and <c>contentType</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">Where to bring the file.</response>
    /// <response code="403">The client may not edit the comment.</response>
    /// <response code="404">The activity is missing, or the client may not see it.</response>
    /// <response code="422">The installation takes no direct uploads, or the file's name or size is missing, or it is too large or of a type that is not taken.</response>
    [Takes(Form)]
    [HttpPost("/api/v3/activities/{id:long}/attachments/prepare", Name = "prepare_activity_attachment")]
    public async Task<ActionResult<Document<AttachmentUploadDto>>> PrepareForActivity(long id, [FromBody] IUpload upload, CancellationToken cancellationToken) =>
        Created(await direct.PrepareForActivityAsync(id, upload, cancellationToken));
}

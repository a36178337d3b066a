using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.FileLinks;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;

namespace OpenProject.Api.V3.FileLinks;

/// <summary>Files in storages that work packages refer to.</summary>
[Route("api/v3/file_links")]
public sealed class FileLinksController(FileLinkService links, StorageFileService files) : V3Controller
{
    /// <summary>View a file link.</summary>
    /// <param name="id">The link's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The link.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "view_file_link")]
    public async Task<ActionResult<Document<FileLinkDto>>> Show(long id, CancellationToken cancellationToken) => await links.FindAsync(id, cancellationToken);

    /// <summary>Delete a file link. The file stays.</summary>
    /// <param name="id">The link's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client may not manage links to files there.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_file_link")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await links.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Open the file in the storage's own pages.</summary>
    /// <param name="id">The link's id.</param>
    /// <param name="location">Whether the folder that it is in shall be opened instead.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="303">Where it is, in <c>Location</c>.</response>
    /// <response code="404">The link is missing, it is not known where the storage shows the file, or the client may not see it.</response>
    [HttpGet("{id:long}/open", Name = "open_file_link")]
    public async Task<IActionResult> Open(long id, [FromQuery] bool location, CancellationToken cancellationToken) =>
        SeeOther(await links.AddressAsync(id, location, cancellationToken));

    /// <summary>Download the file from the storage.</summary>
    /// <param name="id">The link's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="303">Where it may be had from, in <c>Location</c>.</response>
    /// <response code="404">
    /// The link is missing, the file is gone or not in the project's folder, the client may not see it, or the storage cannot be asked.
    /// </response>
    [HttpGet("{id:long}/download", Name = "download_file_link")]
    public async Task<IActionResult> Download(long id, CancellationToken cancellationToken) => SeeOther((await files.DownloadAsync(id, cancellationToken)).AbsoluteUri);

    /// <summary>List the file links of a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="request">What is asked of the list.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">A page of links.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client sees the work package, but no links to files there.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/work_packages/{id:long}/file_links", Name = "list_work_package_file_links")]
    public async Task<ActionResult<Page<FileLinkDto>>> ListOfWorkPackage(long id, [FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await links.ListAsync(id, Query(request), cancellationToken);

    /// <summary>Link files to a work package, all or none.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="request">Up to 20 files, each with its storage by link or by address.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The links in the order of the files; what was linked already is answered as it is.</response>
    /// <response code="400">The body is no collection of files, or of too many.</response>
    /// <response code="403">The client may not manage links to files there.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    /// <response code="422">A file is refused, or the project does not use its storage.</response>
    [HttpPost("/api/v3/work_packages/{id:long}/file_links", Name = "create_work_package_file_link")]
    public async Task<ActionResult<Page<FileLinkDto>>> CreateForWorkPackage(long id, [FromBody] FileLinksRequest request, CancellationToken cancellationToken) =>
        new ObjectResult(await links.CreateAsync(id, request.Drafts, Query(new CollectionRequest()), cancellationToken)) { StatusCode = StatusCodes.Status201Created };
}

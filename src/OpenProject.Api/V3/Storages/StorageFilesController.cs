using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Errors;
using OpenProject.Application.Storages;

namespace OpenProject.Api.V3.Storages;

/// <summary>The files in storages, as the storages tell of them.</summary>
[Route("api/v3/storages/{id:long}")]
public sealed class StorageFilesController(StorageFileService files) : V3Controller
{
    /// <summary>List what is in a folder of a storage.</summary>
    /// <remarks>Those who are no administrators see the folders of projects in which they see links to files, and the way there.</remarks>
    /// <param name="id">The storage's id.</param>
    /// <param name="parent">The folder's path; the root's content is listed without.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">Its content.</response>
    /// <response code="400">There is no folder, but a file, or the path is none.</response>
    /// <response code="404">The storage or the folder is missing, the client may not see it, or the storage cannot be asked.</response>
    [HttpGet("files", Name = "get_storage_files")]
    public async Task<ActionResult<StorageFilesModel>> List(long id, [FromQuery] string? parent, CancellationToken cancellationToken) =>
        StorageFilesModel.Of(await files.ListAsync(id, parent, cancellationToken));

    /// <summary>Create a folder in a storage.</summary>
    /// <param name="id">The storage's id.</param>
    /// <param name="request">What it shall be called, and where it shall be.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The folder.</response>
    /// <response code="400">Something is missing, or the parent is no folder.</response>
    /// <response code="403">The client may not manage links to files there, or the storage does not let the server in.</response>
    /// <response code="404">The storage or the parent is missing, the client may not see it, or the storage does not answer.</response>
    /// <response code="409">There is something called so already.</response>
    /// <response code="422">The name is no good.</response>
    [HttpPost("folders", Name = "create_storage_folder")]
    public async Task<ActionResult<StorageFileModel>> CreateFolder(long id, [FromBody] StorageFolderRequest request, CancellationToken cancellationToken) =>
        Made(StorageFileModel.Of(await files.CreateFolderAsync(id, request.ParentId, request.Name, cancellationToken)));

    /// <summary>Prepare the upload of a file to a storage.</summary>
    /// <remarks>The answer tells where the client sends the file itself.</remarks>
    /// <param name="id">The storage's id.</param>
    /// <param name="request">The file, and the project for which it is meant.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">Where the file may be sent.</response>
    /// <response code="400">Something is missing, or the parent is no folder.</response>
    /// <response code="403">The client may not manage links to files in the project.</response>
    /// <response code="404">The storage is missing, the project does not use it, or the client may not see it.</response>
    /// <response code="422">The name is no good.</response>
    /// <response code="500">The storage cannot be asked, or does not know the parent.</response>
    [OutboundFailureStatus(StatusCodes.Status500InternalServerError)]
    [HttpPost("files/prepare_upload", Name = "prepare_storage_file_upload")]
    public async Task<ActionResult<StorageFileUploadLinkModel>> PrepareUpload(long id, [FromBody] UploadPreparationRequest request, CancellationToken cancellationToken) =>
        Made(new StorageFileUploadLinkModel(await files.PrepareUploadAsync(id, request.ProjectId, request.Parent, request.FileName, cancellationToken)));

    private static ObjectResult Made(object model) => new(model) { StatusCode = StatusCodes.Status201Created };
}

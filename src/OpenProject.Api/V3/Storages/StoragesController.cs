using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Storages;

namespace OpenProject.Api.V3.Storages;

/// <summary>The servers that keep files.</summary>
[Route("api/v3/storages")]
public sealed class StoragesController(StorageService storages) : V3Controller
{
    /// <summary>List storages.</summary>
    /// <response code="200">The storages that the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_storages")]
    public async Task<ActionResult<Page<StorageDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await storages.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a storage.</summary>
    /// <remarks>A Nextcloud gets an OAuth application of its own, whose secret this answer alone tells.</remarks>
    /// <response code="201">The storage.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_storage")]
    public async Task<ActionResult<Document<StorageDto>>> Create([FromBody] ChangeSet<Storage, StorageDto> changes, CancellationToken cancellationToken) =>
        Created(await storages.CreateAsync(changes, cancellationToken));

    /// <summary>View a storage.</summary>
    /// <param name="id">The storage's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The storage.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_storage")]
    public async Task<ActionResult<Document<StorageDto>>> Show(long id, CancellationToken cancellationToken) => await storages.FindAsync(id, cancellationToken);

    /// <summary>Update a storage.</summary>
    /// <param name="id">The storage's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed storage.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_storage")]
    public async Task<ActionResult<Document<StorageDto>>> Update(
        long id, [FromBody] ChangeSet<Storage, StorageDto> changes, CancellationToken cancellationToken) =>
        await storages.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a storage with its OAuth application and all links to its files.</summary>
    /// <param name="id">The storage's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_storage")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await storages.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Open the storage's own pages.</summary>
    /// <param name="id">The storage's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="303">Where they are, in <c>Location</c>.</response>
    /// <response code="404">The storage is missing, has no address, or the client may not see it.</response>
    [HttpGet("{id:long}/open", Name = "open_storage")]
    public async Task<IActionResult> Open(long id, CancellationToken cancellationToken) => SeeOther(await storages.AddressAsync(id, cancellationToken));

    /// <summary>Tell what the server calls itself at the storage, in place of what it called itself so far.</summary>
    /// <param name="id">The storage's id.</param>
    /// <param name="request">Client id and secret.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The storage.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">The storage is missing, or the client may not see it.</response>
    /// <response code="422">One of the two is missing or too long.</response>
    [HttpPost("{id:long}/oauth_client_credentials", Name = "create_storage_oauth_credentials")]
    public async Task<ActionResult<Document<StorageDto>>> Identify(long id, [FromBody] ClientCredentialsRequest request, CancellationToken cancellationToken) =>
        Created(await storages.IdentifyAsync(id, request.ClientId, request.ClientSecret, cancellationToken));
}

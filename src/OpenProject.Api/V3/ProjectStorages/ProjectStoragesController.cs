using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.ProjectStorages;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.ProjectStorages;

/// <summary>Which projects use which storages.</summary>
[Route("api/v3/project_storages")]
public sealed class ProjectStoragesController(ProjectStorageService pairs) : V3Controller
{
    /// <summary>List which projects use which storages.</summary>
    /// <response code="200">A page of what the client may see.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_project_storages")]
    public async Task<ActionResult<Page<ProjectStorageDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await pairs.ListAsync(Query(request), cancellationToken);

    /// <summary>View that a project uses a storage.</summary>
    /// <param name="id">The pair's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The pair.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_project_storage")]
    public async Task<ActionResult<Document<ProjectStorageDto>>> Show(long id, CancellationToken cancellationToken) => await pairs.FindAsync(id, cancellationToken);

    /// <summary>Open the project's folder in the storage's own pages, or the storage where the project has none.</summary>
    /// <param name="id">The pair's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="303">Where it is, in <c>Location</c>.</response>
    /// <response code="404">The pair is missing, the storage has no address, or the client may not see it.</response>
    [HttpGet("{id:long}/open", Name = "open_project_storage")]
    public async Task<IActionResult> Open(long id, CancellationToken cancellationToken) => SeeOther(await pairs.AddressAsync(id, cancellationToken));
}

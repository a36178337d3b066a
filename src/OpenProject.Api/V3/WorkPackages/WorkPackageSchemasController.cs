using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;

namespace OpenProject.Api.V3.WorkPackages;

/// <summary>Schemas of work packages.</summary>
[Route("api/v3/work_packages/schemas")]
public sealed class WorkPackageSchemasController(WorkPackageSchemaService schemas) : V3Controller
{
    /// <summary>List schemas of work packages.</summary>
    /// <param name="request">The schemas wanted: <c>[{"id":{"operator":"=","values":["12-1","14-2"]}}]</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The schemas named by the filter <c>id</c>, by project and type: <c>12-1</c>.</response>
    /// <response code="400">The filter is missing or cannot be understood.</response>
    [HttpGet(Name = "list_work_package_schemas")]
    public async Task<ActionResult<MixedCollection>> List([FromQuery] FilteredRequest request, CancellationToken cancellationToken) =>
        await schemas.ListAsync(request.Conditions, CollectionPath + Request.QueryString.Value, cancellationToken);

    /// <summary>View a schema of work packages.</summary>
    /// <param name="identifier">The project's and the type's id, joined by a dash: <c>12-1</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The schema.</response>
    /// <response code="404">There is no such schema, or the client may not see the project's work packages.</response>
    [HttpGet("{identifier}", Name = "View_Work_Package_Schema")]
    public async Task<ActionResult<SchemaDocument>> Show(string identifier, CancellationToken cancellationToken) =>
        identifier == "sums" ? schemas.Sums() : await schemas.FindAsync(identifier, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Examples;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;

namespace OpenProject.Api.V3.Examples;

/// <summary>What the description of the API shows forms, schemas and aggregations by.</summary>
[Route("api/v3")]
public sealed class ExamplesController(ExampleService examples, WorkPackageListService workPackages) : V3Controller
{
    /// <summary>Form that is an example.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    [HttpPost("example/form", Name = "show_or_validate_form")]
    public async Task<ActionResult<Form<Example, ExampleDto>>> Form([FromBody] ChangeSet<Example, ExampleDto> changes, CancellationToken cancellationToken) =>
        await examples.FormAsync(changes, cancellationToken);

    /// <summary>View the schema that is an example.</summary>
    /// <response code="200">The schema.</response>
    [HttpGet("example/schema", Name = "view_the_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) => await examples.SchemaAsync(cancellationToken);

    /// <summary>List something in groups and with sums.</summary>
    /// <response code="200">A page of the work packages that the client may see, as these are what can be grouped and summed.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet("examples", Name = "view_aggregated_result")]
    public async Task<ActionResult<Page<WorkPackageDto>>> List(
        [FromQuery] CollectionRequest request, [FromQuery] GroupedCollectionRequest grouped, CancellationToken cancellationToken) =>
        await workPackages.ListAsync(Query(request, grouped, defaultFilters: WorkPackageResource.DefaultFiltersText) with { Path = WorkPackageResource.Location.Value }, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.CustomFields;

/// <summary>What fields offer that are hierarchies.</summary>
[Route("api/v3/custom_field_items")]
public sealed class HierarchyItemsController(CustomFieldService fields) : V3Controller
{
    /// <summary>List the items of a hierarchy, each before those below it.</summary>
    /// <param name="id">The field's id.</param>
    /// <param name="request">Where to begin, and how deep to go.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The items.</response>
    /// <response code="400">A parameter is no number.</response>
    /// <response code="403">Nobody is signed in.</response>
    /// <response code="404">The field or the item is missing, or the client may not see it.</response>
    /// <response code="422">The field is no hierarchy.</response>
    [HttpGet("/api/v3/custom_fields/{id:long}/items", Name = "get_custom_field_items")]
    public async Task<ActionResult<Page<HierarchyItemDto>>> List(long id, [FromQuery] HierarchyItemsRequest request, CancellationToken cancellationToken) =>
        await fields.ListItemsAsync(id, request.ParentId, request.Levels, Whole(), cancellationToken);

    /// <summary>View an item of a hierarchy.</summary>
    /// <param name="id">The item's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The item.</response>
    /// <response code="403">Nobody is signed in.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_custom_field_item")]
    public async Task<ActionResult<Document<HierarchyItemDto>>> Show(long id, CancellationToken cancellationToken) =>
        await fields.FindItemAsync(id, cancellationToken);

    /// <summary>List an item of a hierarchy and all above it, the root first.</summary>
    /// <param name="id">The item's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The items.</response>
    /// <response code="403">Nobody is signed in.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}/branch", Name = "get_custom_field_item_branch")]
    public async Task<ActionResult<Page<HierarchyItemDto>>> ListBranch(long id, CancellationToken cancellationToken) =>
        await fields.ListBranchAsync(id, Whole(), cancellationToken);
}

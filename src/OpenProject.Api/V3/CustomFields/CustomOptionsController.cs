using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.CustomFields;

/// <summary>What fields offer that are lists.</summary>
[Route("api/v3/custom_options")]
public sealed class CustomOptionsController(CustomFieldService fields) : V3Controller
{
    /// <summary>View an option of a list.</summary>
    /// <param name="id">The option's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The option.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "View_Custom_Option")]
    public async Task<ActionResult<Document<CustomOptionDto>>> Show(long id, CancellationToken cancellationToken) =>
        await fields.FindOptionAsync(id, cancellationToken);
}

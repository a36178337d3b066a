using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.PlaceholderUsers;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.PlaceholderUsers;

namespace OpenProject.Api.V3.PlaceholderUsers;

/// <summary>Stand-ins for people who are not named yet.</summary>
[Route("api/v3/placeholder_users")]
public sealed class PlaceholderUsersController(PlaceholderUserService placeholders) : V3Controller
{
    /// <summary>List placeholder users.</summary>
    /// <response code="200">A page of all placeholder users.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may manage neither placeholder users nor members anywhere.</response>
    [HttpGet(Name = "list_placeholder_users")]
    public async Task<ActionResult<Page<PlaceholderUserDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await placeholders.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a placeholder user.</summary>
    /// <response code="201">The new placeholder user.</response>
    /// <response code="403">The client may not manage placeholder users.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_placeholder_user")]
    public async Task<ActionResult<Document<PlaceholderUserDto>>> Create(
        [FromBody] ChangeSet<PlaceholderUser, PlaceholderUserDto> changes, CancellationToken cancellationToken) =>
        Created(await placeholders.CreateAsync(changes, cancellationToken));

    /// <summary>View a placeholder user.</summary>
    /// <param name="id">The placeholder user's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The placeholder user.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "view_placeholder_user")]
    public async Task<ActionResult<Document<PlaceholderUserDto>>> Show(long id, CancellationToken cancellationToken) =>
        await placeholders.FindAsync(id, cancellationToken);

    /// <summary>Update a placeholder user.</summary>
    /// <param name="id">The placeholder user's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed placeholder user.</response>
    /// <response code="403">The client may not manage placeholder users.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_placeholder_user")]
    public async Task<ActionResult<Document<PlaceholderUserDto>>> Update(
        long id, [FromBody] ChangeSet<PlaceholderUser, PlaceholderUserDto> changes, CancellationToken cancellationToken) =>
        await placeholders.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a placeholder user. What it was to do is left to the builtin deleted user.</summary>
    /// <param name="id">The placeholder user's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="202">It is gone.</response>
    /// <response code="403">The client may not manage placeholder users.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_placeholder_user")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await placeholders.DeleteAsync(id, cancellationToken);
        return Accepted();
    }
}

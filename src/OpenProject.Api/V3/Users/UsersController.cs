using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.Users;

namespace OpenProject.Api.V3.Users;

/// <summary>Users. A key is an id, a login, or <c>me</c> for the client's own user.</summary>
[Route("api/v3/users")]
public sealed class UsersController(UserService users) : V3Controller
{
    /// <summary>List users.</summary>
    /// <response code="200">A page of all people with an account.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may manage neither users nor members anywhere, nor share work packages.</response>
    [HttpGet(Name = "list_Users")]
    public async Task<ActionResult<Page<UserDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await users.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a user.</summary>
    /// <response code="201">The new user.</response>
    /// <response code="403">The client may not create users.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_user")]
    public async Task<ActionResult<Document<UserDto>>> Create([FromBody] ChangeSet<User, UserDto> changes, CancellationToken cancellationToken) =>
        Created(await users.CreateAsync(changes, cancellationToken));

    /// <summary>View a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    [HttpGet("{id}", Name = "view_user")]
    public async Task<ActionResult<Document<UserDto>>> Show(string id, CancellationToken cancellationToken) =>
        await users.FindAsync(id, cancellationToken);

    /// <summary>Update a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed user.</response>
    /// <response code="403">The client may not change this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id}", Name = "update_user")]
    public async Task<ActionResult<Document<UserDto>>> Update(
        string id, [FromBody] ChangeSet<User, UserDto> changes, CancellationToken cancellationToken) =>
        await users.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a user. What he wrote stays, as the builtin deleted user's.</summary>
    /// <param name="id">The user's id or login.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="202">The user is gone.</response>
    /// <response code="403">The client may not delete this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    [HttpDelete("{id}", Name = "delete_user")]
    public async Task<IActionResult> Delete(string id, CancellationToken cancellationToken)
    {
        await users.DeleteAsync(id, cancellationToken);
        return Accepted();
    }

    /// <summary>Lock a user, who then cannot sign in.</summary>
    /// <param name="id">The user's id or login.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The locked user.</response>
    /// <response code="400">The status of the user does not allow it.</response>
    /// <response code="403">The client may not lock this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    [HttpPost("{id}/lock", Name = "lock_user")]
    public async Task<ActionResult<Document<UserDto>>> Lock(string id, CancellationToken cancellationToken) =>
        await users.LockAsync(id, cancellationToken);

    /// <summary>Unlock a user.</summary>
    /// <param name="id">The user's id or login.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The unlocked user.</response>
    /// <response code="400">The user is invited or registered, and was never locked.</response>
    /// <response code="403">The client may not unlock this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    [HttpDelete("{id}/lock", Name = "unlock_user")]
    public async Task<ActionResult<Document<UserDto>>> Unlock(string id, CancellationToken cancellationToken) =>
        await users.UnlockAsync(id, cancellationToken);
}

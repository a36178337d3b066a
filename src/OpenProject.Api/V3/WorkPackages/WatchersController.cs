using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.V3.WorkPackages;

/// <summary>Who watches a work package.</summary>
[Route("api/v3/work_packages/{id:long}")]
public sealed class WatchersController(WatcherService watchers) : V3Controller
{
    /// <summary>List who watches a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The users who watch it, without locked ones.</response>
    /// <response code="403">The client may not see who watches.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("watchers", Name = "List_watchers")]
    public async Task<ActionResult<Page<UserDto>>> List(long id, CancellationToken cancellationToken) =>
        await watchers.ListAsync(id, Whole(), cancellationToken);

    /// <summary>Have a user watch a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="request">The user: <c>{"user":{"href":"/api/v3/users/1"}}</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The user, who watched it already.</response>
    /// <response code="201">The user, who watches it from now on.</response>
    /// <response code="400">The body names no user.</response>
    /// <response code="403">The client may not add watchers; himself he may.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    /// <response code="422">There is no such user, or he may not see the work package.</response>
    [HttpPost("watchers", Name = "Add_watcher")]
    public async Task<ActionResult<Document<UserDto>>> Add(long id, [FromBody] WatcherRequest request, CancellationToken cancellationToken)
    {
        var (user, isNew) = await watchers.AddAsync(id, request.Key, cancellationToken);
        return isNew ? Created(user) : user;
    }

    /// <summary>Have a user watch a work package no longer.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="userId">The user's id, or <c>me</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">He does not watch it.</response>
    /// <response code="403">The client may not remove watchers; himself he may.</response>
    /// <response code="404">The work package is missing, or the client may not see it; or there is no such user.</response>
    [HttpDelete("watchers/{user_id}", Name = "Remove_watcher")]
    public async Task<IActionResult> Remove(long id, [FromRoute(Name = "user_id")] string userId, CancellationToken cancellationToken)
    {
        await watchers.RemoveAsync(id, userId, cancellationToken);
        return NoContent();
    }

    /// <summary>List who could be added as a watcher.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The users who may see the work package and do not watch it, as far as the client may see them.</response>
    /// <response code="403">The client may not add watchers.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("available_watchers", Name = "Available_watchers")]
    public async Task<ActionResult<Page<UserDto>>> ListAvailable(long id, CancellationToken cancellationToken) =>
        await watchers.ListAvailableAsync(id, Whole(), cancellationToken);
}

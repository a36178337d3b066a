using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkingHours;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkingHours;

namespace OpenProject.Api.V3.WorkingHours;

/// <summary>How much users work.</summary>
[Route("api/v3/users/{id}/working_hours")]
public sealed class UserWorkingHoursController(UserWorkingHoursService hours) : V3Controller
{
    /// <summary>List the working hours of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">All of them, the latest first. Those count that begin last of those that have begun.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="404">There is no such user, or the client may not see him or these.</response>
    [HttpGet(Name = "list_user_working_hours")]
    public async Task<ActionResult<Page<UserWorkingHoursDto>>> List(string id, CancellationToken cancellationToken) =>
        await hours.ListAsync(id, Whole(), cancellationToken);

    /// <summary>Create working hours for a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="changes">The attributes.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">What was stored.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage working times of this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_user_working_hours")]
    public async Task<ActionResult<Document<UserWorkingHoursDto>>> Create(string id, [FromBody] ChangeSet<UserWorkingHours, UserWorkingHoursDto> changes, CancellationToken cancellationToken) =>
        Created(await hours.CreateAsync(id, changes, cancellationToken));

    /// <summary>View working hours of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="workingHoursId">Its id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">It.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{working_hours_id:long}", Name = "view_user_working_hours_record")]
    public async Task<ActionResult<Document<UserWorkingHoursDto>>> Show(
        string id, [FromRoute(Name = "working_hours_id")] long workingHoursId, CancellationToken cancellationToken) =>
        await hours.FindAsync(id, workingHoursId, cancellationToken);

    /// <summary>Update working hours of a user. Only those that have not begun yet can be changed.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="workingHoursId">Its id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">What it is now.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage working times of this user.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{working_hours_id:long}", Name = "update_user_working_hours_record")]
    public async Task<ActionResult<Document<UserWorkingHoursDto>>> Update(
        string id,
        [FromRoute(Name = "working_hours_id")] long workingHoursId,
        [FromBody] ChangeSet<UserWorkingHours, UserWorkingHoursDto> changes,
        CancellationToken cancellationToken) =>
        await hours.UpdateAsync(id, workingHoursId, changes, cancellationToken);

    /// <summary>Delete working hours of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="workingHoursId">Its id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage working times of this user.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{working_hours_id:long}", Name = "delete_user_working_hours_record")]
    public async Task<IActionResult> Delete(string id, [FromRoute(Name = "working_hours_id")] long workingHoursId, CancellationToken cancellationToken)
    {
        await hours.DeleteAsync(id, workingHoursId, cancellationToken);
        return NoContent();
    }
}

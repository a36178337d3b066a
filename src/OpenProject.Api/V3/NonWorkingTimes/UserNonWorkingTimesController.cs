using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.NonWorkingTimes;
using OpenProject.Application.Writes;
using OpenProject.Domain.NonWorkingTimes;

namespace OpenProject.Api.V3.NonWorkingTimes;

/// <summary>When users do not work.</summary>
[Route("api/v3/users/{id}/non_working_times")]
public sealed class UserNonWorkingTimesController(UserNonWorkingTimeService times) : V3Controller
{
    /// <summary>List the non-working times of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="request">The year.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">Those that have a day in the year, by their first day.</response>
    /// <response code="400">The year is none.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="404">There is no such user, or the client may not see him or these.</response>
    [HttpGet(Name = "list_user_non_working_times")]
    public async Task<ActionResult<Page<UserNonWorkingTimeDto>>> List(string id, [FromQuery] NonWorkingTimesRequest request, CancellationToken cancellationToken) =>
        await times.ListAsync(id, request.Year, Whole().With("year", request.YearText), cancellationToken);

    /// <summary>Create a non-working time for a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="changes">The attributes.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">What was stored.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage working times of this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_user_non_working_time")]
    public async Task<ActionResult<Document<UserNonWorkingTimeDto>>> Create(string id, [FromBody] ChangeSet<UserNonWorkingTime, UserNonWorkingTimeDto> changes, CancellationToken cancellationToken) =>
        Created(await times.CreateAsync(id, changes, cancellationToken));

    /// <summary>View a non-working time of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="timeId">Its id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">It.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{non_working_time_id:long}", Name = "view_user_non_working_time")]
    public async Task<ActionResult<Document<UserNonWorkingTimeDto>>> Show(
        string id, [FromRoute(Name = "non_working_time_id")] long timeId, CancellationToken cancellationToken) =>
        await times.FindAsync(id, timeId, cancellationToken);

    /// <summary>Update a non-working time of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="timeId">Its id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">What it is now.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage working times of this user.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{non_working_time_id:long}", Name = "update_user_non_working_time")]
    public async Task<ActionResult<Document<UserNonWorkingTimeDto>>> Update(
        string id,
        [FromRoute(Name = "non_working_time_id")] long timeId,
        [FromBody] ChangeSet<UserNonWorkingTime, UserNonWorkingTimeDto> changes,
        CancellationToken cancellationToken) =>
        await times.UpdateAsync(id, timeId, changes, cancellationToken);

    /// <summary>Delete a non-working time of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="timeId">Its id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage working times of this user.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{non_working_time_id:long}", Name = "delete_user_non_working_time")]
    public async Task<IActionResult> Delete(string id, [FromRoute(Name = "non_working_time_id")] long timeId, CancellationToken cancellationToken)
    {
        await times.DeleteAsync(id, timeId, cancellationToken);
        return NoContent();
    }
}

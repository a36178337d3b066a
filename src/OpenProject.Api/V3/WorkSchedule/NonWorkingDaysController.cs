using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkSchedule;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Api.V3.WorkSchedule;

/// <summary>Single days that nobody works on.</summary>
[Route("api/v3/days/non_working")]
public sealed class NonWorkingDaysController(WorkScheduleService schedule) : V3Controller
{
    /// <summary>List free days.</summary>
    /// <response code="200">The free days of the dates that the filters name; without filters those of this year.</response>
    /// <response code="400">The filters cannot be understood.</response>
    [HttpGet(Name = "list_non_working_days")]
    public async Task<ActionResult<Page<NonWorkingDayDto>>> List([FromQuery] FilteredRequest request, CancellationToken cancellationToken) =>
        await schedule.ListNonWorkingDaysAsync(Whole(request), cancellationToken);

    /// <summary>Create a free day.</summary>
    /// <param name="changes">The day and why it is free.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <remarks>Dates of work packages stay; durations are counted anew.</remarks>
    /// <response code="201">The free day.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="422">Attributes are refused, or the day is free already.</response>
    [HttpPost(Name = "create_non_working_day")]
    public async Task<ActionResult<Document<NonWorkingDayDto>>> Create(
        [FromBody] ChangeSet<NonWorkingDay, NonWorkingDayDto> changes, CancellationToken cancellationToken) =>
        Created(await schedule.CreateNonWorkingDayAsync(changes, cancellationToken));

    /// <summary>View a free day.</summary>
    /// <param name="date">The day, as <c>YYYY-MM-DD</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The free day.</response>
    /// <response code="400">That is no date.</response>
    /// <response code="404">The day is none.</response>
    [HttpGet("{date}", Name = "view_non_working_day")]
    public async Task<ActionResult<Document<NonWorkingDayDto>>> Show(string date, CancellationToken cancellationToken) =>
        await schedule.FindNonWorkingDayAsync(RouteDate.Parse(date), cancellationToken);

    /// <summary>Update a free day.</summary>
    /// <param name="date">The day, as <c>YYYY-MM-DD</c>.</param>
    /// <param name="changes">Why it is free.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The free day.</response>
    /// <response code="400">That is no date.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">The day is none.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{date}", Name = "update_non_working_day")]
    public async Task<ActionResult<Document<NonWorkingDayDto>>> Update(
        string date, [FromBody] ChangeSet<NonWorkingDay, NonWorkingDayDto> changes, CancellationToken cancellationToken) =>
        await schedule.UpdateNonWorkingDayAsync(RouteDate.Parse(date), changes, cancellationToken);

    /// <summary>Delete a free day, which is worked on again.</summary>
    /// <param name="date">The day, as <c>YYYY-MM-DD</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <remarks>Dates of work packages stay; durations are counted anew.</remarks>
    /// <response code="204">It is gone.</response>
    /// <response code="400">That is no date.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">The day is none.</response>
    [HttpDelete("{date}", Name = "delete_non_working_day")]
    public async Task<IActionResult> Delete(string date, CancellationToken cancellationToken)
    {
        await schedule.DeleteNonWorkingDayAsync(RouteDate.Parse(date), cancellationToken);
        return NoContent();
    }
}

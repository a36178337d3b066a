using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkSchedule;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Api.V3.WorkSchedule;

/// <summary>The days of every week.</summary>
[Route("api/v3/days/week")]
public sealed class WeekDaysController(WorkScheduleService schedule) : V3Controller
{
    /// <summary>List the days of the week.</summary>
    /// <response code="200">The seven days, Monday first.</response>
    [HttpGet(Name = "list_week_days")]
    public async Task<ActionResult<Page<WeekDayDto>>> List(CancellationToken cancellationToken) => await schedule.ListWeekAsync(Whole(), cancellationToken);

    /// <summary>View a day of the week.</summary>
    /// <param name="day">The number, 1 for Monday to 7 for Sunday.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The day.</response>
    /// <response code="404">There is no such day.</response>
    [HttpGet("{day:long}", Name = "view_week_day")]
    public async Task<ActionResult<Document<WeekDayDto>>> Show(long day, CancellationToken cancellationToken) =>
        await schedule.FindWeekDayAsync(day, cancellationToken);

    /// <summary>Update a day of the week.</summary>
    /// <param name="day">The number, 1 for Monday to 7 for Sunday.</param>
    /// <param name="changes">Whether it is worked on.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <remarks>Dates of work packages stay; durations are counted anew.</remarks>
    /// <response code="200">The day.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">There is no such day.</response>
    /// <response code="422">No day would be left that is worked on.</response>
    [HttpPatch("{day:long}", Name = "update_week_day")]
    public async Task<ActionResult<Document<WeekDayDto>>> Update(
        long day, [FromBody] ChangeSet<WeekDay, WeekDayDto> changes, CancellationToken cancellationToken) =>
        await schedule.UpdateWeekDayAsync(day, changes, cancellationToken);

    /// <summary>Update days of the week, all or none.</summary>
    /// <param name="change">A collection of days, each with its link and whether it is worked on.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <remarks>Dates of work packages stay; durations are counted anew.</remarks>
    /// <response code="200">The seven days, Monday first.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="422">There is no such day, or none would be left that is worked on.</response>
    [HttpPatch(Name = "update_week_days")]
    public async Task<ActionResult<Page<WeekDayDto>>> UpdateAll([FromBody] WeekChange change, CancellationToken cancellationToken) =>
        await schedule.UpdateWeekAsync(change.Days, Whole(), cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkSchedule;

namespace OpenProject.Api.V3.WorkSchedule;

/// <summary>Days, and whether they are worked on.</summary>
[Route("api/v3/days")]
public sealed class DaysController(DayService days) : V3Controller
{
    /// <summary>List days.</summary>
    /// <response code="200">The days of the interval that the filter <c>date</c> names; without it those of this month and the next one.</response>
    /// <response code="400">The filters cannot be understood, or name more than ten years.</response>
    [HttpGet(Name = "list_days")]
    public async Task<ActionResult<Page<DayDto>>> List([FromQuery] FilteredRequest request, CancellationToken cancellationToken) =>
        await days.ListAsync(Whole(request), cancellationToken);

    /// <summary>View a day.</summary>
    /// <param name="date">The day, as <c>YYYY-MM-DD</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The day.</response>
    /// <response code="400">That is no date.</response>
    [HttpGet("{date}", Name = "view_day")]
    public async Task<ActionResult<Document<DayDto>>> Show(string date, CancellationToken cancellationToken) =>
        await days.FindAsync(RouteDate.Parse(date), cancellationToken);
}

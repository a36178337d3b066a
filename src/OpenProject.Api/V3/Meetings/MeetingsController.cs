using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Meetings;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Meetings;

/// <summary>Meetings of projects.</summary>
[Route("api/v3/meetings")]
public sealed class MeetingsController(MeetingService meetings) : V3Controller
{
    /// <summary>List meetings.</summary>
    /// <response code="200">A page of the meetings that the client may see, the earliest first.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_meetings")]
    public async Task<ActionResult<Page<MeetingDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await meetings.ListAsync(Query(request), cancellationToken);

    /// <summary>View a meeting.</summary>
    /// <param name="id">The meeting's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The meeting with its files.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_meeting")]
    public async Task<ActionResult<Document<MeetingDto>>> Show(long id, CancellationToken cancellationToken) => await meetings.FindAsync(id, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Notifications;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Notifications;

/// <summary>What the client is told.</summary>
[Route("api/v3/notifications")]
public sealed class NotificationsController(NotificationService notifications) : V3Controller
{
    /// <summary>List one's own notifications.</summary>
    /// <response code="200">A page of the client's notifications, newest first, with the schemas of what they tell.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "list_notifications")]
    public async Task<ActionResult<Page<NotificationDto>>> List(
        [FromQuery] CollectionRequest request, [FromQuery] GroupedCollectionRequest grouped, CancellationToken cancellationToken) =>
        await notifications.ListAsync(Query(request, grouped), cancellationToken);

    /// <summary>Mark notifications as read.</summary>
    /// <param name="request">Which ones; all when nothing is said.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">All that the filters leave are read.</response>
    /// <response code="400">A filter cannot be understood.</response>
    [HttpPost("read_ian", Name = "read_notifications")]
    public Task<IActionResult> ReadAll([FromQuery] FilteredRequest request, CancellationToken cancellationToken) => MarkAllAsync(request, read: true, cancellationToken);

    /// <summary>Mark notifications as not read.</summary>
    /// <param name="request">Which ones; all when nothing is said.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">None of those that the filters leave is read.</response>
    /// <response code="400">A filter cannot be understood.</response>
    [HttpPost("unread_ian", Name = "unread_notifications")]
    public Task<IActionResult> UnreadAll([FromQuery] FilteredRequest request, CancellationToken cancellationToken) => MarkAllAsync(request, read: false, cancellationToken);

    /// <summary>View a notification.</summary>
    /// <param name="id">The notification's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The notification.</response>
    /// <response code="404">It is missing or somebody else's, or the client may not see the work package.</response>
    [HttpGet("{id:long}", Name = "view_notification")]
    public async Task<ActionResult<Document<NotificationDto>>> Show(long id, CancellationToken cancellationToken) => await notifications.FindAsync(id, cancellationToken);

    /// <summary>Mark a notification as read.</summary>
    /// <param name="id">The notification's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is read.</response>
    /// <response code="404">It is missing or somebody else's, or the client may not see the work package.</response>
    [HttpPost("{id:long}/read_ian", Name = "read_notification")]
    public Task<IActionResult> Read(long id, CancellationToken cancellationToken) => MarkAsync(id, read: true, cancellationToken);

    /// <summary>Mark a notification as not read.</summary>
    /// <param name="id">The notification's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is not read.</response>
    /// <response code="404">It is missing or somebody else's, or the client may not see the work package.</response>
    [HttpPost("{id:long}/unread_ian", Name = "unread_notification")]
    public Task<IActionResult> Unread(long id, CancellationToken cancellationToken) => MarkAsync(id, read: false, cancellationToken);

    private async Task<IActionResult> MarkAsync(long id, bool read, CancellationToken cancellationToken)
    {
        await notifications.MarkAsync(id, read, cancellationToken);
        return NoContent();
    }

    private async Task<IActionResult> MarkAllAsync(FilteredRequest request, bool read, CancellationToken cancellationToken)
    {
        await notifications.MarkAllAsync(Whole(request), read, cancellationToken);
        return NoContent();
    }
}

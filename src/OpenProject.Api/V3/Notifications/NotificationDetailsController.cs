using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Notifications;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.V3.Notifications;

/// <summary>What notifications tell beside what they are about, and what that looks like.</summary>
[Route("api/v3")]
public sealed class NotificationDetailsController(NotificationService notifications, ValueSchemaService schemas) : V3Controller
{
    /// <summary>View what a notification tells.</summary>
    /// <param name="notificationId">The notification's id.</param>
    /// <param name="id">Which of the things that it tells, from 0.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">What it tells.</response>
    /// <response code="404">The notification is missing or somebody else's, or does not tell so much.</response>
    [HttpGet("notifications/{notification_id:long}/details/{id:int}", Name = "view_notification_detail")]
    public async Task<ActionResult<Document<NotificationDetailDto>>> Show(
        [FromRoute(Name = "notification_id")] long notificationId, int id, CancellationToken cancellationToken) =>
        await notifications.FindDetailAsync(notificationId, id, cancellationToken);

    /// <summary>View the schema of a value.</summary>
    /// <param name="id">The name of the attribute, e.g. <c>startDate</c>.</param>
    /// <response code="200">The schema.</response>
    /// <response code="400">It can be no name of an attribute.</response>
    /// <response code="404">No values have that name.</response>
    [HttpGet("values/schema/{id}", Name = "View_values_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(string id) => await schemas.FindAsync(id);
}

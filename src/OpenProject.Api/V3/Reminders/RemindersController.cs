using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Reminders;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Reminders;

namespace OpenProject.Api.V3.Reminders;

/// <summary>What one wants to be told of at some time.</summary>
[Route("api/v3")]
public sealed class RemindersController(ReminderService reminders) : V3Controller
{
    /// <summary>List one's own reminders that are still to come.</summary>
    /// <response code="200">All, the earliest first.</response>
    [HttpGet("reminders", Name = "list_reminders")]
    public async Task<ActionResult<Page<ReminderDto>>> List(CancellationToken cancellationToken) => await reminders.ListAsync(Whole(), cancellationToken);

    /// <summary>Update a reminder of one's own that is still to come.</summary>
    /// <param name="id">The reminder's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed reminder.</response>
    /// <response code="404">It is missing, over or somebody else's, or the client may not see the work package.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("reminders/{id:long}", Name = "update_reminder")]
    public async Task<ActionResult<Document<ReminderDto>>> Update(
        long id, [FromBody] ChangeSet<Reminder, ReminderDto> changes, CancellationToken cancellationToken) =>
        await reminders.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a reminder of one's own that is still to come.</summary>
    /// <param name="id">The reminder's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="404">It is missing, over or somebody else's, or the client may not see the work package.</response>
    [HttpDelete("reminders/{id:long}", Name = "delete_reminder")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await reminders.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>List one's own reminders of a work package that are still to come.</summary>
    /// <param name="workPackageId">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">None or one.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("work_packages/{work_package_id:long}/reminders", Name = "list_work_package_reminders")]
    public async Task<ActionResult<Page<ReminderDto>>> ListOfWorkPackage([FromRoute(Name = "work_package_id")] long workPackageId, CancellationToken cancellationToken) =>
        await reminders.ListOfAsync(workPackageId, Whole(), cancellationToken);

    /// <summary>Have oneself reminded of a work package.</summary>
    /// <param name="workPackageId">The work package's id.</param>
    /// <param name="changes">When, and what one writes to oneself.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The reminder.</response>
    /// <response code="403">The client is not signed in.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    /// <response code="409">The client has one for the work package that is still to come.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost("work_packages/{work_package_id:long}/reminders", Name = "create_work_package_reminder")]
    public async Task<ActionResult<Document<ReminderDto>>> Create(
        [FromRoute(Name = "work_package_id")] long workPackageId, [FromBody] ChangeSet<Reminder, ReminderDto> changes, CancellationToken cancellationToken) =>
        Created(await reminders.CreateAsync(workPackageId, changes, cancellationToken));
}

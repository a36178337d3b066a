using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Activities;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.V3.Activities;

/// <summary>What was done to work packages and said about them.</summary>
[Route("api/v3/activities")]
public sealed class ActivitiesController(ActivityService activities, CommentService comments) : V3Controller
{
    /// <summary>List the activities of a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The activities that the client may see, the first one first.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/work_packages/{id:long}/activities", Name = "List_work_package_activities")]
    public async Task<ActionResult<Page<ActivityDto>>> List(long id, CancellationToken cancellationToken) =>
        await activities.ListOfAsync(id, Whole(), cancellationToken);

    /// <summary>Comment on a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="changes">The comment, and whether it is internal.</param>
    /// <param name="notify"><c>false</c> so that nobody is told.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The comment.</response>
    /// <response code="400">There is no comment.</response>
    /// <response code="403">The client may not comment there.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    /// <response code="422">The comment says nothing.</response>
    [HttpPost("/api/v3/work_packages/{id:long}/activities", Name = "Comment_work_package")]
    public async Task<ActionResult<Document<ActivityDto>>> Comment(
        long id, [FromBody] ChangeSet<WorkPackageJournal, ActivityDto> changes, [FromQuery] string? notify, CancellationToken cancellationToken)
    {
        Heed(notify);
        return Created(await comments.CreateAsync(id, changes, cancellationToken));
    }

    /// <summary>View an activity.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The activity.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_activity")]
    public async Task<ActionResult<Document<ActivityDto>>> Show(long id, CancellationToken cancellationToken) =>
        await activities.FindAsync(id, cancellationToken);

    /// <summary>Edit a comment.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="changes">The comment.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The activity with the comment.</response>
    /// <response code="403">The client may not edit the comment.</response>
    /// <response code="404">The activity is missing, or the client may not see it.</response>
    /// <response code="422">The comment says nothing, or something else is to be changed.</response>
    [HttpPatch("{id:long}", Name = "update_activity")]
    public async Task<ActionResult<Document<ActivityDto>>> Update(
        long id, [FromBody] ChangeSet<WorkPackageJournal, ActivityDto> changes, CancellationToken cancellationToken) =>
        await activities.UpdateAsync(id, changes, cancellationToken);
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Api.V3.TimeEntries;

/// <summary>Time that people spent, or are spending.</summary>
[Route("api/v3/time_entries")]
public sealed class TimeEntriesController(TimeEntryService entries) : V3Controller
{
    /// <summary>List time entries.</summary>
    /// <response code="200">A page of the time that the client may see, by the day that it is booked on.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may see no time anywhere.</response>
    [HttpGet(Name = "list_time_entries")]
    public async Task<ActionResult<Page<TimeEntryDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await entries.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a time entry.</summary>
    /// <response code="201">The new entry.</response>
    /// <response code="403">The client may book no time there.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_time_entry")]
    public async Task<ActionResult<Document<TimeEntryDto>>> Create([FromBody] ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken) =>
        Created(await entries.CreateAsync(changes, cancellationToken));

    /// <summary>View a time entry.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The entry.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_time_entry")]
    public async Task<ActionResult<Document<TimeEntryDto>>> Show(long id, CancellationToken cancellationToken) => await entries.FindAsync(id, cancellationToken);

    /// <summary>Update a time entry.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed entry.</response>
    /// <response code="403">The client may not change it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_time_entry")]
    public async Task<ActionResult<Document<TimeEntryDto>>> Update(
        long id, [FromBody] ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken) =>
        await entries.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a time entry.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client may not delete it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_time_entry")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await entries.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for a new time entry. It tells the kinds of work.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may book no time.</response>
    [HttpPost("form", Name = "Time_entry_create_form")]
    public async Task<ActionResult<Form<TimeEntry, TimeEntryDto>>> CreateForm(
        [FromBody] ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken) =>
        await entries.CreateFormAsync(changes, cancellationToken);

    /// <summary>Form for changes of a time entry.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not change it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpPost("{id:long}/form", Name = "Time_entry_update_form")]
    public async Task<ActionResult<Form<TimeEntry, TimeEntryDto>>> UpdateForm(
        long id, [FromBody] ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken) =>
        await entries.UpdateFormAsync(id, changes, cancellationToken);

    /// <summary>View the schema of time entries.</summary>
    /// <response code="200">The schema.</response>
    /// <response code="403">The client has nothing to do with time anywhere.</response>
    [HttpGet("schema", Name = "View_time_entry_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) => await entries.SchemaAsync(cancellationToken);

    /// <summary>List the projects where time can be booked.</summary>
    /// <response code="200">The projects where the client may book time.</response>
    /// <response code="403">That is nowhere.</response>
    [HttpGet("available_projects", Name = "Available_projects_for_time_entries")]
    public async Task<ActionResult<Page<ProjectDto>>> ListProjects([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await entries.ListProjectsAsync(Query(request), cancellationToken);

    /// <summary>List the work packages that time can be booked on.</summary>
    /// <response code="200">The work packages that the client may book time on, open ones unless <c>filters</c> are sent.</response>
    /// <response code="403">That is none.</response>
    [HttpGet("schema/available_work_packages", Name = "List_work_packages_of_time_entry_schema")]
    [HttpGet("available_work_packages", Name = "Available_work_packages_for_time_entries")]
    public async Task<ActionResult<Page<WorkPackageDto>>> ListWorkPackages([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await entries.ListWorkPackagesAsync(Query(request, defaultFilters: WorkPackageResource.DefaultFiltersText), cancellationToken);

    /// <summary>List the kinds of work.</summary>
    /// <response code="200">The kinds of work that time can be booked as, in order; none for those who have nothing to do with time anywhere.</response>
    [HttpGet("activities", Name = "List_time_entries_activities")]
    public async Task<ActionResult<Page<TimeEntriesActivityDto>>> ListActivities([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await entries.ListActivitiesAsync(Query(request), cancellationToken);

    /// <summary>View a kind of work.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The kind of work.</response>
    /// <response code="404">It is missing, or the client has nothing to do with time anywhere.</response>
    [HttpGet("activities/{id:long}", Name = "View_time_entries_activity")]
    [HttpGet("activity/{id:long}", Name = "get_time_entries_activity")]
    public async Task<ActionResult<Document<TimeEntriesActivityDto>>> ShowActivity(long id, CancellationToken cancellationToken) =>
        await entries.FindActivityAsync(id, cancellationToken);
}

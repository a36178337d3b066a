using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Users;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.V3.WorkPackages;

/// <summary>Who may be assigned work.</summary>
[Route("api/v3")]
public sealed class AvailableAssigneesController(AssigneeService assignees) : V3Controller
{
    /// <summary>List who may be assigned new work in a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The users, by name. Groups and placeholder users, who may be assigned work too, are among the members that `/principals` lists.</response>
    /// <response code="403">The client may not create work packages there.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpGet("projects/{id}/available_assignees", Name = "Project_Available_assignees")]
    [HttpGet("workspaces/{id}/available_assignees", Name = "Workspace_Available_assignees")]
    public async Task<ActionResult<Page<UserDto>>> ListIn(string id, CancellationToken cancellationToken) =>
        await assignees.ListInAsync(id, Whole(), cancellationToken);

    /// <summary>List who may be assigned a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The users, by name. Groups and placeholder users, who may be assigned work too, are among the members that `/principals` lists.</response>
    /// <response code="403">The client may not edit the work package.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("work_packages/{id:long}/available_assignees", Name = "Work_Package_Available_assignees")]
    public async Task<ActionResult<Page<UserDto>>> ListFor(long id, CancellationToken cancellationToken) =>
        await assignees.ListForAsync(id, Whole(), cancellationToken);
}

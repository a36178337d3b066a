using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Groups;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Groups;

namespace OpenProject.Api.V3.Groups;

/// <summary>Users who get memberships together.</summary>
[Route("api/v3/groups")]
public sealed class GroupsController(GroupService groups) : V3Controller
{
    /// <summary>List groups.</summary>
    /// <response code="200">A page of the groups: all for those who manage members anywhere, for others those that are members where they may see members.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see members anywhere.</response>
    [HttpGet(Name = "list_groups")]
    public async Task<ActionResult<Page<GroupDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await groups.ListAsync(Query(request), cancellationToken);

    /// <summary>Create a group.</summary>
    /// <response code="201">The new group.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_group")]
    public async Task<ActionResult<Document<GroupDto>>> Create([FromBody] ChangeSet<Group, GroupDto> changes, CancellationToken cancellationToken) =>
        Created(await groups.CreateAsync(changes, cancellationToken));

    /// <summary>View a group.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The group.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "get_group")]
    public async Task<ActionResult<Document<GroupDto>>> Show(long id, CancellationToken cancellationToken) => await groups.FindAsync(id, cancellationToken);

    /// <summary>Update a group. The links to members are the new list as a whole.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed group.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_group")]
    public async Task<ActionResult<Document<GroupDto>>> Update(
        long id, [FromBody] ChangeSet<Group, GroupDto> changes, CancellationToken cancellationToken) =>
        await groups.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete a group. What its users have through it goes along.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="202">It is gone.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_group")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await groups.DeleteAsync(id, cancellationToken);
        return Accepted();
    }
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.Users;

namespace OpenProject.Api.V3.Users;

/// <summary>The schema of users and the forms for them.</summary>
[Route("api/v3/users")]
public sealed class UserFormsController(UserService users) : V3Controller
{
    /// <summary>View the schema of users.</summary>
    /// <response code="200">The schema.</response>
    [HttpGet("schema", Name = "View_user_schema")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) => await users.SchemaAsync(cancellationToken);

    /// <summary>Form for a new user.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not create users.</response>
    [HttpPost("form", Name = "User_create_form")]
    public async Task<ActionResult<Form<User, UserDto>>> CreateForm([FromBody] ChangeSet<User, UserDto> changes, CancellationToken cancellationToken) =>
        await users.CreateFormAsync(changes, cancellationToken);

    /// <summary>Form for changes of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not change this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    [HttpPost("{id}/form", Name = "User_update_form")]
    public async Task<ActionResult<Form<User, UserDto>>> UpdateForm(
        string id, [FromBody] ChangeSet<User, UserDto> changes, CancellationToken cancellationToken) =>
        await users.UpdateFormAsync(id, changes, cancellationToken);
}

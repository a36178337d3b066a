using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.Users;

namespace OpenProject.Api.V3.Users;

/// <summary>What users prefer.</summary>
[Route("api/v3")]
public sealed class UserPreferencesController(UserPreferencesService preferences) : V3Controller
{
    private const string Self = "me";

    /// <summary>View one's own preferences.</summary>
    /// <response code="200">The preferences.</response>
    /// <response code="401">The client is not signed in.</response>
    [HttpGet("my_preferences", Name = "Show_my_preferences")]
    public async Task<ActionResult<Document<UserPreferencesDto>>> ShowOwn(CancellationToken cancellationToken) =>
        await preferences.FindAsync(Self, cancellationToken);

    /// <summary>Update one's own preferences.</summary>
    /// <response code="200">The changed preferences.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("my_preferences", Name = "Update_UserPreferences")]
    public async Task<ActionResult<Document<UserPreferencesDto>>> UpdateOwn(
        [FromBody] ChangeSet<User, UserPreferencesDto> changes, CancellationToken cancellationToken) =>
        await preferences.UpdateAsync(Self, changes, cancellationToken);

    /// <summary>View the preferences of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The preferences.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    [HttpGet("users/{id}/preferences", Name = "Show_user_preferences")]
    public async Task<ActionResult<Document<UserPreferencesDto>>> Show(string id, CancellationToken cancellationToken) =>
        await preferences.FindAsync(id, cancellationToken);

    /// <summary>Update the preferences of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed preferences.</response>
    /// <response code="401">The client is not signed in.</response>
    /// <response code="403">The client may not manage this user.</response>
    /// <response code="404">There is no such user, or the client may not see him.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("users/{id}/preferences", Name = "Update_user_preferences")]
    public async Task<ActionResult<Document<UserPreferencesDto>>> Update(
        string id, [FromBody] ChangeSet<User, UserPreferencesDto> changes, CancellationToken cancellationToken) =>
        await preferences.UpdateAsync(id, changes, cancellationToken);
}

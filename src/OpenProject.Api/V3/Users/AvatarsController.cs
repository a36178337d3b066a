using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using OpenProject.Api.OpenApi;
using OpenProject.Application.Users;

namespace OpenProject.Api.V3.Users;

/// <summary>Users' pictures.</summary>
[Route("api/v3/users")]
public sealed class AvatarsController(AvatarService avatars) : V3Controller
{
    /// <summary>View the picture of a user.</summary>
    /// <param name="id">The user's id, login, or <c>me</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The picture; with a condition 304 (RFC 9110 section 13).</response>
    /// <response code="404">There is no such user, the client may not see him, or he has no picture.</response>
    [Answers("image/*", "binary")]
    [HttpGet("{id}/avatar", Name = "view_user_avatar")]
    public async Task<IActionResult> Show(string id, CancellationToken cancellationToken)
    {
        var avatar = await avatars.FindAsync(id, cancellationToken);
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";

        // Who may see it is asked each time; what has not changed need not be sent again.
        Response.Headers.CacheControl = "private, no-cache";
        var at = new DateTimeOffset(avatar.UpdatedAt, TimeSpan.Zero);
        return File(avatar.Content, avatar.MediaType, at, new EntityTagHeaderValue($"\"{at.Ticks.ToString("x", CultureInfo.InvariantCulture)}\""));
    }
}

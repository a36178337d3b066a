using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Projects;

namespace OpenProject.Api.V3.Favorites;

/// <summary>The workspaces that a user has marked.</summary>
[Route("api/v3")]
public sealed class FavoritesController(FavoriteService favorites) : V3Controller
{
    /// <summary>Mark a workspace as a favorite.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is marked.</response>
    /// <response code="403">Nobody is signed in.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpPost("projects/{id}/favorite", Name = "Favorite_Project")]
    [HttpPost("workspaces/{id}/favorite", Name = "Favorite_Workspace")]
    public async Task<IActionResult> Add(string id, CancellationToken cancellationToken)
    {
        await favorites.AddAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Take the mark from a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is not marked.</response>
    /// <response code="403">Nobody is signed in.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpDelete("projects/{id}/favorite", Name = "Unfavorite_Project")]
    [HttpDelete("workspaces/{id}/favorite", Name = "Unfavorite_Workspace")]
    public async Task<IActionResult> Remove(string id, CancellationToken cancellationToken)
    {
        await favorites.RemoveAsync(id, cancellationToken);
        return NoContent();
    }
}

using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Posts;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Posts;

/// <summary>What people say in projects' forums.</summary>
[Route("api/v3/posts")]
public sealed class PostsController(PostService posts) : V3Controller
{
    /// <summary>View a post.</summary>
    /// <param name="id">The post's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The post.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "View_Post")]
    public async Task<ActionResult<Document<PostDto>>> Show(long id, CancellationToken cancellationToken) => await posts.FindAsync(id, cancellationToken);
}

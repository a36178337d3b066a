using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Posts;

namespace OpenProject.Application.Posts;

/// <summary>Posts (<c>/api/v3/posts</c>, contract component <c>PostModel</c>).</summary>
public sealed class PostResource : ProjectContentResource<Post, PostDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public PostResource()
        : base(Kind, ContentRights.Posts)
    {
        Property("subject", p => p.Title).Required();
        DeclareSurroundings();
    }

    /// <inheritdoc/>
    public static ResourcePath Location => ContentRights.Posts.Path;

    /// <inheritdoc/>
    public static string Kind => "Post";
}

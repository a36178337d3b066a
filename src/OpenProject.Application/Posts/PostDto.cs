using OpenProject.Application.Projects;

namespace OpenProject.Application.Posts;

/// <summary>A post, as read.</summary>
public sealed class PostDto : ProjectContentDto;

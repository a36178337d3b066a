using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Posts;

/// <summary>What somebody says in a project's forum; its title is the subject.</summary>
public sealed class Post : ProjectContent
{
    private Post()
    {
    }

    private Post(long projectId, long authorId, string? title, DateTime now)
        : base(ProjectContentKind.Post, projectId, authorId, title, now)
    {
    }

    /// <summary>A new one, without a text.</summary>
    /// <exception cref="Common.BrokenRule">Blank or too long title.</exception>
    public static Post Create(long projectId, long authorId, string? title, DateTime now) => new(projectId, authorId, title, now);

    /// <summary>The like of it in another project.</summary>
    public Post CopyTo(long projectId, long authorId, DateTime now)
    {
        var copy = Create(projectId, authorId, Title, now);
        copy.Write(Text, TextHtml);
        return copy;
    }
}

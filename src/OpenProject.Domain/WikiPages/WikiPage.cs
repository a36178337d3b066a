using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.WikiPages;

/// <summary>A page of a project's wiki; its title is the only one of that name there.</summary>
public sealed class WikiPage : ProjectContent, ILockVersioned
{
    private WikiPage()
    {
    }

    private WikiPage(long projectId, long authorId, string? title, DateTime now)
        : base(ProjectContentKind.WikiPage, projectId, authorId, title, now)
    {
    }

    /// <inheritdoc/>
    public int LockVersion { get; private set; }

    /// <summary>A new one, without a text.</summary>
    /// <exception cref="BrokenRule">Blank or too long title.</exception>
    public static WikiPage Create(long projectId, long authorId, string? title, DateTime now) => new(projectId, authorId, title, now);

    /// <summary>The like of it in another project.</summary>
    public WikiPage CopyTo(long projectId, long authorId, DateTime now)
    {
        var copy = Create(projectId, authorId, Title, now);
        copy.Write(Text, TextHtml);
        return copy;
    }
}

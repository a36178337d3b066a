using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Documents;

/// <summary>A text of a project that is kept, with the files that belong to it.</summary>
public sealed class Document : ProjectContent
{
    private Document()
    {
    }

    private Document(long projectId, long authorId, string? title, DateTime now)
        : base(ProjectContentKind.Document, projectId, authorId, title, now)
    {
    }

    /// <summary>A new one, without a text.</summary>
    /// <exception cref="Common.BrokenRule">Blank or too long title.</exception>
    public static Document Create(long projectId, long authorId, string? title, DateTime now) => new(projectId, authorId, title, now);
}

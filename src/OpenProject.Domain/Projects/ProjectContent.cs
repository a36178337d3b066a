using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Projects;

/// <summary>Something with a title and a text that people read in a project and attach files to. All kinds share one table and one number range.</summary>
public abstract class ProjectContent : AggregateRoot, ITimestamped, IContent
{
    /// <summary>Longest title.</summary>
    public const int TitleLimit = 255;

    private protected ProjectContent()
    {
    }

    private protected ProjectContent(ProjectContentKind kind, long projectId, long authorId, string? title, DateTime now)
    {
        (Kind, ProjectId, AuthorId, CreatedAt, UpdatedAt) = (kind, projectId, authorId, now, now);
        Entitle(title);
    }

    /// <summary>What it is.</summary>
    public ProjectContentKind Kind { get; private set; }

    /// <summary>The project that has it.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>Who wrote it.</summary>
    public long AuthorId { get; private set; }

    /// <summary>The author; for queries only.</summary>
    public Principal Author { get; private set; } = null!;

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it says, Markdown.</summary>
    public string? Text { get; private set; }

    /// <summary>The same, rendered.</summary>
    public string? TextHtml { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Gives it another title.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Entitle(string? title) => Title = TextRule.Required(title, "title", "Title", TitleLimit);

    /// <summary>Says something else.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    public void Write(string? raw, string? html) => (Text, TextHtml) = (raw, html);

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}

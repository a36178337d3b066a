using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Something to read in a project, as read.</summary>
public abstract class ProjectContentDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Markdown, or null.</summary>
    public string? Text { get; init; }

    /// <summary>The text as HTML.</summary>
    public string? TextHtml { get; init; }

    /// <summary>The project that has it.</summary>
    public long ProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind ProjectKind { get; init; }

    /// <summary>Who wrote it.</summary>
    public long AuthorId { get; init; }

    /// <summary>The author's name.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The author's kind.</summary>
    public PrincipalKind AuthorKind { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}

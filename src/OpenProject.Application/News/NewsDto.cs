using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.News;

/// <summary>News of a project, as read.</summary>
public sealed class NewsDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The headline.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is about; empty for none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Markdown, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The text as HTML.</summary>
    public string? DescriptionHtml { get; init; }

    /// <summary>The project that tells it.</summary>
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

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; init; }
}

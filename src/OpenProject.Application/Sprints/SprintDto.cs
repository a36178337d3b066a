using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Sprints;

namespace OpenProject.Application.Sprints;

/// <summary>A sprint, as read.</summary>
public sealed class SprintDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is for, Markdown, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What it is for, rendered, or null.</summary>
    public string? DescriptionHtml { get; init; }

    /// <summary>The first day, or null.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, or null.</summary>
    public DateOnly? FinishDate { get; init; }

    /// <summary>How far it is.</summary>
    public SprintStatus Status { get; init; }

    /// <summary>The project that defines it.</summary>
    public long ProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind ProjectKind { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}

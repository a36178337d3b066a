using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.ProjectPhases;

/// <summary>A phase of a project, as read.</summary>
public sealed class ProjectPhaseDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>Whether the project goes through it.</summary>
    public bool Active { get; init; }

    /// <summary>Which phase it is.</summary>
    public long DefinitionId { get; init; }

    /// <summary>What it is called.</summary>
    public string DefinitionName { get; init; } = "";

    /// <summary>The project.</summary>
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

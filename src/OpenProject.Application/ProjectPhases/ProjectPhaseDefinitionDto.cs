using OpenProject.Application.Resources;

namespace OpenProject.Application.ProjectPhases;

/// <summary>What a phase is in any project, as read.</summary>
public sealed class ProjectPhaseDefinitionDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The gate at its beginning, or null.</summary>
    public string? StartGateName { get; init; }

    /// <summary>The gate at its end, or null.</summary>
    public string? FinishGateName { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}

using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.ProjectPhases;

/// <summary>A phase in the life of one project.</summary>
public sealed class ProjectPhase : AggregateRoot, ITimestamped, IContent
{
    private ProjectPhase()
    {
    }

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>Which phase it is.</summary>
    public long DefinitionId { get; private set; }

    /// <summary>The definition; for queries only.</summary>
    public ProjectPhaseDefinition Definition { get; private set; } = null!;

    /// <summary>Whether the project goes through it.</summary>
    public bool Active { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A phase that the project goes through, or leaves out.</summary>
    public static ProjectPhase Create(long projectId, long definitionId, bool active, DateTime now) =>
        new() { ProjectId = projectId, DefinitionId = definitionId, Active = active, CreatedAt = now, UpdatedAt = now };

    /// <summary>Is gone through, or left out.</summary>
    public void Activate(bool active) => Active = active;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}

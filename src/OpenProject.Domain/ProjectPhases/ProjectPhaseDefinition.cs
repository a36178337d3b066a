using OpenProject.Domain.Common;

namespace OpenProject.Domain.ProjectPhases;

/// <summary>A part of the life of any project, and the gates that one passes to enter and to leave it.</summary>
public sealed class ProjectPhaseDefinition : AggregateRoot, ITimestamped
{
    /// <summary>Longest name, also of a gate.</summary>
    public const int NameLimit = 255;

    private ProjectPhaseDefinition()
    {
    }

    /// <summary>What it is called; no two have one name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it stands among all, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The gate at its beginning; null for none.</summary>
    public string? StartGateName { get; private set; }

    /// <summary>The gate at its end; null for none.</summary>
    public string? FinishGateName { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A phase.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="position">Where it stands among all, from 1.</param>
    /// <param name="startGate">The gate at its beginning; null for none.</param>
    /// <param name="finishGate">The gate at its end; null for none.</param>
    /// <param name="now">When it is made, UTC.</param>
    /// <exception cref="BrokenRule">Blank or too long name, too long name of a gate.</exception>
    public static ProjectPhaseDefinition Create(string? name, int position, string? startGate, string? finishGate, DateTime now) => new()
    {
        Name = TextRule.Required(name, "name", "Name", NameLimit),
        Position = position,
        StartGateName = TextRule.Optional(startGate, "startGateName", "Start gate name", NameLimit),
        FinishGateName = TextRule.Optional(finishGate, "finishGateName", "Finish gate name", NameLimit),
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}

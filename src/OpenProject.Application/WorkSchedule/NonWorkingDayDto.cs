using OpenProject.Application.Resources;

namespace OpenProject.Application.WorkSchedule;

/// <summary>A single free day, as read.</summary>
public sealed class NonWorkingDayDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Why it is free.</summary>
    public string Name { get; init; } = "";
}

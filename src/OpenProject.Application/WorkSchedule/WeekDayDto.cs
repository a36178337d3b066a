using OpenProject.Application.Resources;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>A day of the week, as read.</summary>
public sealed class WeekDayDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The number, 1 for Monday to 7 for Sunday.</summary>
    public int Day => (int)Id;

    /// <summary>The name.</summary>
    public string Name => WeekDay.NameOf(Id);

    /// <summary>Whether it is worked on.</summary>
    public bool Working { get; init; }
}

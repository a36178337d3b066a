using OpenProject.Application.Resources;

namespace OpenProject.Application.WorkSchedule;

/// <summary>A day of the calendar, made from the week and the free days; no table holds it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Reasons">What makes it a free day; none for a working day.</param>
public sealed record DayDto(DateOnly Date, IReadOnlyList<Reference> Reasons) : IResourceDto
{
    /// <inheritdoc/>
    public long Id => Date.DayNumber;

    /// <summary>The name of the day of the week, and of the free day in brackets.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is worked on.</summary>
    public bool Working => Reasons.Count == 0;

    /// <summary>The day of the week.</summary>
    public Reference WeekDay => WeekDayResource.LinkTo(Date);
}

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>A work package as far as scheduling knows it.</summary>
/// <param name="Id">The work package.</param>
/// <param name="ParentId">The one above it.</param>
/// <param name="IsManual">Whether people set its dates; else its children and predecessors do.</param>
/// <param name="IsMilestone">Whether it happens on one day.</param>
/// <param name="IgnoresNonWorkingDays">Whether every day counts.</param>
/// <param name="Dates">When it happens.</param>
public sealed record ScheduledWork(long Id, long? ParentId, bool IsManual, bool IsMilestone, bool IgnoresNonWorkingDays, Dates Dates)
{
    /// <summary>Its earliest day that is known.</summary>
    public DateOnly? First => Dates.Start ?? Dates.Due;

    /// <summary>Its latest day that is known.</summary>
    public DateOnly? Last => Dates.Due ?? Dates.Start;
}

using System.Runtime.InteropServices;

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>What a work package knows from those below it.</summary>
/// <param name="StartDate">Earliest day of all descendants.</param>
/// <param name="DueDate">Latest day of all descendants.</param>
/// <param name="EstimatedMinutes">Work of itself and all descendants.</param>
/// <param name="RemainingMinutes">Remaining work of itself and all descendants.</param>
/// <param name="PercentageDone">How much of that work is done.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DerivedValues(
    DateOnly? StartDate,
    DateOnly? DueDate,
    int? EstimatedMinutes,
    int? RemainingMinutes,
    int? PercentageDone)
{
    /// <summary>Those of a work package without descendants.</summary>
    public static DerivedValues None => default;

    /// <summary>Derives them; a pure function over the values of the tree.</summary>
    /// <param name="own">The work package's own values.</param>
    /// <param name="descendants">Those of all work packages below it, at every depth.</param>
    public static DerivedValues Of(Contribution own, IReadOnlyCollection<Contribution> descendants)
    {
        if (descendants.Count == 0)
            return None;

        var counted = descendants.Append(own).Where(part => !part.ExcludedFromTotals).ToList();
        return OfTotals(
            descendants.Min(part => part.StartDate ?? part.DueDate),
            descendants.Max(part => part.DueDate ?? part.StartDate),
            counted.Sum(part => (long)(part.EstimatedMinutes ?? 0)),
            counted.Sum(part => (long)(part.RemainingMinutes ?? 0)));
    }

    /// <summary>Those of a work package with descendants whose values are summed up already.</summary>
    /// <param name="startDate">Earliest day of all descendants.</param>
    /// <param name="dueDate">Latest day of all descendants.</param>
    /// <param name="work">Minutes of itself and all descendants, as far as their status counts.</param>
    /// <param name="remaining">Remaining minutes of the same.</param>
    public static DerivedValues OfTotals(DateOnly? startDate, DateOnly? dueDate, long work, long remaining) =>
        new(startDate, dueDate, Total(work), Total(remaining), Percentage(work, remaining));

    private static int? Total(long minutes) => minutes == 0 ? null : (int)Math.Min(minutes, int.MaxValue);

    private static int? Percentage(long work, long remaining) => work == 0
        ? null
        : (int)Math.Clamp(Math.Round((work - remaining) * 100m / work, MidpointRounding.AwayFromZero), 0, 100);
}

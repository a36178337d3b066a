using System.Runtime.InteropServices;

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>What one work package adds to the derived values of those above it.</summary>
/// <param name="StartDate">First day.</param>
/// <param name="DueDate">Last day.</param>
/// <param name="EstimatedMinutes">Work.</param>
/// <param name="RemainingMinutes">Remaining work.</param>
/// <param name="ExcludedFromTotals">Whether its status leaves its work out of sums.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Contribution(
    DateOnly? StartDate,
    DateOnly? DueDate,
    int? EstimatedMinutes,
    int? RemainingMinutes,
    bool ExcludedFromTotals);

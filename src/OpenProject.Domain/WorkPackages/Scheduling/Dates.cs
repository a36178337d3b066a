using System.Runtime.InteropServices;

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>The three values that say when a work package happens; each may be unknown.</summary>
/// <param name="Start">First day.</param>
/// <param name="Due">Last day.</param>
/// <param name="Duration">Days from the first to the last, both counted; only working days unless they are ignored.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Dates(DateOnly? Start, DateOnly? Due, int? Duration);

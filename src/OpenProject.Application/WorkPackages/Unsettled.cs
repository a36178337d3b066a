using System.Runtime.InteropServices;

namespace OpenProject.Application.WorkPackages;

/// <summary>A work package with which rescheduling begins.</summary>
/// <param name="Id">The work package.</param>
/// <param name="WithConditions">Whether not only its dates have changed, but also what it, and all below it, may follow.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Unsettled(long Id, bool WithConditions);

using System.Runtime.InteropServices;

namespace OpenProject.Domain.WorkPackages.ProgressTracking;

/// <summary>The three values that say how far a work package is; each may be unknown.</summary>
/// <param name="Work">Work, in minutes.</param>
/// <param name="Remaining">Remaining work, in minutes.</param>
/// <param name="Percent">How much is done, 0 to 100.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProgressValues(int? Work, int? Remaining, int? Percent);

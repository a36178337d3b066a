using System.Runtime.InteropServices;

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>One work package begins after another one has ended.</summary>
/// <param name="SuccessorId">The one that waits.</param>
/// <param name="PredecessorId">The one that it waits for.</param>
/// <param name="Lag">Working days that lie between.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Precedence(long SuccessorId, long PredecessorId, int Lag);

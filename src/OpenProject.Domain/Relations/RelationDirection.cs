using System.Runtime.InteropServices;

namespace OpenProject.Domain.Relations;

/// <summary>A way to read a relation: its type, and whether from the second end to the first.</summary>
/// <param name="Type">The stored type.</param>
/// <param name="IsReversed">Whether it is read backwards ("precedes" is "follows" backwards).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RelationDirection(RelationType Type, bool IsReversed = false);

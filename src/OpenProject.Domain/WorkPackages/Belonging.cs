using System.Runtime.InteropServices;

namespace OpenProject.Domain.WorkPackages;

/// <summary>What a work package has of what projects offer, each for itself.</summary>
/// <param name="TypeId">Its type.</param>
/// <param name="IsMilestone">Whether the type has a single date.</param>
/// <param name="StatusId">Its status.</param>
/// <param name="VersionId">The version it is planned for.</param>
/// <param name="CategoryId">Its category.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Belonging(long TypeId, bool IsMilestone, long StatusId, long? VersionId, long? CategoryId);

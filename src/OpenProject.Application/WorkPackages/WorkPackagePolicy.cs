using OpenProject.Domain.WorkPackages.ProgressTracking;

namespace OpenProject.Application.WorkPackages;

/// <summary>What the installation has decided about work packages.</summary>
/// <param name="Progress">What says how much is done.</param>
public sealed record WorkPackagePolicy(ProgressMode Progress)
{
    /// <summary>Whether the status says it.</summary>
    public bool StatusDecides => Progress == ProgressMode.StatusBased;
}

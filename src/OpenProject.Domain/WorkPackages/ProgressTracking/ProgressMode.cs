namespace OpenProject.Domain.WorkPackages.ProgressTracking;

/// <summary>What says how much of a work package is done.</summary>
public enum ProgressMode
{
    /// <summary>Work and remaining work, or people directly.</summary>
    WorkBased,

    /// <summary>The status.</summary>
    StatusBased,
}

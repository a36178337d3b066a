using System.ComponentModel.DataAnnotations;
using OpenProject.Domain.WorkPackages.ProgressTracking;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Section <c>WorkPackages</c>.</summary>
public sealed class WorkPackageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "WorkPackages";

    /// <summary>What says how much of a work package is done (<c>work_package_done_ratio</c>).</summary>
    [EnumDataType(typeof(ProgressMode))]
    public ProgressMode Progress { get; set; } = ProgressMode.WorkBased;
}

using System.ComponentModel.DataAnnotations;

namespace OpenProject.Infrastructure.TimeEntries;

/// <summary>Section <c>TimeEntries</c>.</summary>
public sealed class TimeEntryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "TimeEntries";

    /// <summary>Whether time entries tell when work began and ended (<c>allow_tracking_start_and_end_times</c>).</summary>
    [Required]
    public bool StartAndEndTimes { get; set; }
}

namespace OpenProject.Domain.SavedQueries;

/// <summary>How much time a step of the timeline is.</summary>
public enum TimelineZoomLevel
{
    /// <summary>A day.</summary>
    Days = 1,

    /// <summary>A week.</summary>
    Weeks = 2,

    /// <summary>A month.</summary>
    Months = 3,

    /// <summary>A quarter.</summary>
    Quarters = 4,

    /// <summary>A year.</summary>
    Years = 5,

    /// <summary>As it fits.</summary>
    Auto = 6,
}

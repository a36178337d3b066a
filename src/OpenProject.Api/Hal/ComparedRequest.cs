using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.Hal;

/// <summary>What resources take that can be looked at as they were.</summary>
public sealed class ComparedRequest
{
    /// <summary>
    /// Points in time to compare, in ascending order and separated by commas: dates and times, durations from now (<c>P-1Y</c>), or words
    /// such as <c>oneWeekAgo@08:00+00:00</c>. What is answered is the last one; <c>PT0S</c> is now.
    /// </summary>
    [FromQuery(Name = "timestamps")]
    public string? Timestamps { get; set; }

    /// <summary>The points in time; empty when none were sent.</summary>
    internal IReadOnlyList<string> Points => string.IsNullOrWhiteSpace(Timestamps) ? [] : TimestampText.Split(Timestamps);
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.V3.NonWorkingTimes;

/// <summary>What the list of non-working times takes.</summary>
public sealed class NonWorkingTimesRequest
{
    /// <summary>The year, e.g. <c>2026</c>; the present one when none is sent.</summary>
    [FromQuery(Name = "year")]
    public string? YearText { get; set; }

    /// <summary>The year; null when none is sent, or the text is none.</summary>
    internal int? Year => int.TryParse(YearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999 ? year : null;
}

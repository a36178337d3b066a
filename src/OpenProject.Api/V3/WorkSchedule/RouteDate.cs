using System.Globalization;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.WorkSchedule;

/// <summary>Dates in paths.</summary>
internal static class RouteDate
{
    /// <summary>The date; what is none leaves as a bad request.</summary>
    public static DateOnly Parse(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw new ProblemException(new Problem.BadRequest("Bad request: date is invalid"));
}

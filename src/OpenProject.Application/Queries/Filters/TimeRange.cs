using System.Globalization;

namespace OpenProject.Application.Queries.Filters;

/// <summary>The moments that an operator over time stamps means.</summary>
/// <param name="From">The first moment, UTC.</param>
/// <param name="Until">The first moment that is not meant any more, UTC.</param>
public readonly record struct TimeRange(DateTime From, DateTime Until)
{
    private static readonly DateTime Last = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    /// <summary>
    /// The moments of an operator; null when the values do not fit it. Values may be days (UTC) or moments: <c>=d</c> a moment
    /// means the 24 hours that begin with it, as a day somewhere does, and <c>&lt;&gt;d</c> ends with its second one.
    /// </summary>
    /// <param name="operator">One of <c>=d &lt;&gt;d t w t- &lt;t- &gt;t-</c>.</param>
    /// <param name="values">The clause's values.</param>
    /// <param name="today">The current day, UTC.</param>
    public static TimeRange? Of(string @operator, IReadOnlyList<string> values, DateOnly today)
    {
        switch (@operator, values)
        {
            case ("=d", [var value]) when Moment(value) is { } begin:
                return new TimeRange(begin, begin < Last.AddDays(-1) ? begin.AddDays(1) : Last);
            case ("<>d", [var from, var to]) when IsMoment(from) || IsMoment(to):
                return Begin(from) is { } first && End(to) is { } last ? new TimeRange(first, last) : null;
        }

        if (DayRange.Of(@operator, values, today) is not { } days)
            return null;
        return new TimeRange(
            days.From is { } day ? StartOf(day) : DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), days.To is { } until ? EndOf(until) : Last);
    }

    private static DateTime? Begin(string value) =>
        value.Length == 0 ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc) : Moment(value) ?? (Day(value) is { } day ? StartOf(day) : null);

    private static DateTime? End(string value)
    {
        if (value.Length == 0)
            return Last;
        if (Moment(value) is { } moment)
            return moment < Last ? moment.AddTicks(1) : Last;
        return Day(value) is { } day ? EndOf(day) : null;
    }

    private static bool IsMoment(string value) => value.Length > 10 && value[10] == 'T';

    private static DateTime? Moment(string value) =>
        IsMoment(value)
        && DateTimeOffset.TryParse(value.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.UtcDateTime
            : null;

    private static DateOnly? Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DateTime EndOf(DateOnly day) => day < DateOnly.MaxValue ? StartOf(day.AddDays(1)) : Last;
}

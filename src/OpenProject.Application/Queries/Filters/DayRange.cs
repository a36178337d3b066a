using System.Globalization;

namespace OpenProject.Application.Queries.Filters;

/// <summary>The days that a date operator means; an open end is null.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
public readonly record struct DayRange(DateOnly? From, DateOnly? To)
{
    private const int MostDays = 100_000;

    /// <summary>The days of an operator; null when the values do not fit it.</summary>
    /// <param name="operator">One of <c>=d &lt;&gt;d t w t+ &lt;t+ &gt;t+ t- &lt;t- &gt;t-</c>.</param>
    /// <param name="values">The clause's values.</param>
    /// <param name="today">The current day.</param>
    public static DayRange? Of(string @operator, IReadOnlyList<string> values, DateOnly today)
    {
        switch (@operator)
        {
            case "t":
                return new DayRange(today, today);
            case "w":
                var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
                return new DayRange(monday, monday.AddDays(6));
            case "=d":
                return values is [var day] && Day(day) is { } d ? new DayRange(d, d) : null;
            case "<>d":
                return Between(values);
        }

        if (values is not [var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > MostDays)
            return null;
        return @operator switch
        {
            "t+" => new DayRange(today.AddDays(n), today.AddDays(n)),
            "<t+" => new DayRange(today, today.AddDays(n)),
            ">t+" => new DayRange(today.AddDays(n), null),
            "t-" => new DayRange(today.AddDays(-n), today.AddDays(-n)),
            ">t-" => new DayRange(today.AddDays(-n), today),
            "<t-" => new DayRange(null, today.AddDays(-n)),
            _ => null,
        };
    }

    private static DayRange? Between(IReadOnlyList<string> values)
    {
        if (values is not [var from, var to])
            return null;
        var (first, last) = (Day(from), Day(to));
        return (from.Length > 0 && first is null) || (to.Length > 0 && last is null) ? null : new DayRange(first, last);
    }

    // A date-time names its day: clients send either.
    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Length > 10 && text[10] == 'T' ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}

using System.Globalization;
using System.Text.RegularExpressions;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.WorkPackages;

/// <summary>
/// A point in time as clients name it to compare states: an ISO 8601 date or time, an ISO 8601 duration from now (<c>P-1Y</c> is
/// a year ago, <c>PT0S</c> is now), a short form of it (<c>1w</c>), or words such as <c>lastWorkingDay@12:00+01:00</c>.
/// </summary>
public sealed partial class PointInTime
{
    // Longer ago than anything that is kept, and short enough that all units together stay inside the calendar.
    private const int MostYears = 300;

    private const int DaysOfWeek = 7;

    private readonly Func<DateTime, WorkingCalendar, DateTime> at;

    private PointInTime(string text, bool isNow, bool isAbsolute, Func<DateTime, WorkingCalendar, DateTime> at) =>
        (Text, IsNow, IsAbsolute, this.at) = (text, isNow, isAbsolute, at);

    /// <summary>The present.</summary>
    public static PointInTime Now { get; } = new("PT0S", isNow: true, isAbsolute: false, (now, _) => now);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it is the present, whenever that is.</summary>
    public bool IsNow { get; }

    /// <summary>Whether it is the same time whenever it is asked for.</summary>
    public bool IsAbsolute { get; }

    /// <summary>The time.</summary>
    /// <param name="now">The present, UTC.</param>
    /// <param name="calendar">The installation's working days.</param>
    /// <returns>UTC.</returns>
    public DateTime At(DateTime now, WorkingCalendar calendar) => at(now, calendar);

    /// <summary>The point in time that the text names, or null.</summary>
    public static PointInTime? Parse(string text)
    {
        // A plus sign that was not escaped in a URL arrives as a space.
        var plain = text.Trim().Replace(' ', '+');
        return Absolute(plain) ?? Relative(plain) ?? Word(plain);
    }

    private static PointInTime? Absolute(string text)
    {
        var isTime = text.Length >= 10 && char.IsAsciiDigit(text[0]) && (text.Length == 10 || text[10] == 'T');
        return isTime && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new PointInTime(text, isNow: false, isAbsolute: true, (_, _) => time.UtcDateTime)
            : null;
    }

    private static PointInTime? Relative(string text)
    {
        if (Iso().Match(text) is { Success: true } iso && text[^1] is not ('P' or 'T'))
        {
            var sign = iso.Groups["sign"].Success ? -1 : 1;
            return From(text, unit => iso.Groups[unit] is { Success: true } group ? sign * Number(group.Value) : 0);
        }

        if (!Short().IsMatch(text))
            return null;
        return From(text, unit => -ShortParts().Matches(text).Where(part => part.Value[^1] == unit[0]).Sum(part => Math.Abs(Number(part.Value[..^1]))));
    }

    private static PointInTime? From(string text, Func<string, int> amountOf)
    {
        var (months, days) = ((12L * amountOf("years")) + amountOf("months"), ((long)DaysOfWeek * amountOf("weeks")) + amountOf("days"));
        var seconds = (3600L * amountOf("Hours")) + (60L * amountOf("Minutes")) + amountOf("Seconds");
        if (Math.Abs(months) > MostYears * 12 || Math.Abs(days) > MostYears * 365 || Math.Abs(seconds) > MostYears * 365L * 86_400)
            return null;
        var isNow = months == 0 && days == 0 && seconds == 0;
        return new PointInTime(text, isNow, isAbsolute: false, (now, _) => now.AddMonths((int)months).AddDays(days).AddSeconds(seconds));
    }

    private static PointInTime? Word(string text)
    {
        if (Words().Match(text) is not { Success: true } match)
            return null;
        var (hours, minutes) = (Number(match.Groups["hour"].Value), Number(match.Groups["minute"].Value));
        var offset = match.Groups["zone"] is { Success: true, Value: var zone } ? Offset(zone) : TimeSpan.Zero;
        if (hours > 23 || minutes > 59 || offset.Duration() > TimeSpan.FromHours(14))
            return null;
        return new PointInTime(text, isNow: false, isAbsolute: false, (now, calendar) =>
        {
            var day = DayOf(match.Groups["word"].Value, DateOnly.FromDateTime(now + offset), calendar);
            return DateTime.SpecifyKind(day.ToDateTime(new TimeOnly(hours, minutes)) - offset, DateTimeKind.Utc);
        });
    }

    private static DateOnly DayOf(string word, DateOnly today, WorkingCalendar calendar) => word switch
    {
        "oneDayAgo" => today.AddDays(-1),
        "oneWeekAgo" => today.AddDays(-DaysOfWeek),
        "oneMonthAgo" => today.AddMonths(-1),
        _ => calendar.Start(today.AddDays(-1), 1) ?? today.AddDays(-1),
    };

    private static TimeSpan Offset(string zone)
    {
        var offset = new TimeSpan(Number(zone[1..3]), Number(zone[4..]), 0);
        return zone[0] == '-' ? -offset : offset;
    }

    // The patterns allow few digits, so that this cannot overflow.
    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<sign>-)?P(?:(?<years>-?\d{1,6})Y)?(?:(?<months>-?\d{1,6})M)?(?:(?<weeks>-?\d{1,6})W)?(?:(?<days>-?\d{1,6})D)?"
        + @"(?:T(?:(?<Hours>-?\d{1,6})H)?(?:(?<Minutes>-?\d{1,8})M)?(?:(?<Seconds>-?\d{1,9})(?:\.\d+)?S)?)?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(-?\d{1,6}[dwmy])+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();

    [GeneratedRegex(@"-?\d{1,6}[dwmy]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortParts();

    [GeneratedRegex(
        @"^(?<word>oneDayAgo|lastWorkingDay|oneWeekAgo|oneMonthAgo)@(?<hour>\d\d):(?<minute>\d\d)(?<zone>[+-]\d\d:\d\d)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}

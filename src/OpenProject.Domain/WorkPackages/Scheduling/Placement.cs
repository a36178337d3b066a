using OpenProject.Domain.Common;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>Where work packages come to lie whose dates follow from others.</summary>
public static class Placement
{
    /// <summary>The first day after a day and so many working days more; whether it is worked on itself is another question.</summary>
    /// <exception cref="BrokenRule">Beyond the year 9999.</exception>
    public static DateOnly After(DateOnly day, int lag, WorkingCalendar calendar)
    {
        var last = lag == 0 ? day : calendar.Finish(Next(day), lag) ?? throw Beyond();
        return Next(last);
    }

    /// <summary>The dates of one that begins as soon as it may and lasts as long as before.</summary>
    /// <param name="dates">Its dates before.</param>
    /// <param name="soonest">The first day on which it may begin; null when those it waits for have no dates, and then neither has it.</param>
    /// <param name="isMilestone">Whether it happens on one day.</param>
    /// <param name="calendar">The calendar that counts for it.</param>
    /// <exception cref="BrokenRule">Beyond the year 9999.</exception>
    public static Dates Begin(Dates dates, DateOnly? soonest, bool isMilestone, WorkingCalendar calendar)
    {
        if (soonest is not { } day)
            return new Dates(Start: null, Due: null, dates.Duration);
        var start = calendar.OnOrAfter(day) ?? throw Beyond();
        if (isMilestone)
            return new Dates(start, start, 1);
        return DurationOf(dates, start, calendar) is { } duration
            ? new Dates(start, calendar.Finish(start, duration) ?? throw Beyond(), duration)
            : new Dates(start, Due: null, Duration: null);
    }

    /// <summary>The dates of one that lasts from the first to the last day of others; none when they have none.</summary>
    /// <param name="parts">The others.</param>
    /// <param name="calendar">The calendar that counts for it.</param>
    public static Dates Span(IEnumerable<ScheduledWork> parts, WorkingCalendar calendar)
    {
        var known = parts.Where(part => part.First is not null).ToList();
        if (known.Count == 0)
            return default;
        var (start, due) = (known.Min(part => part.First!.Value), known.Max(part => part.Last!.Value));
        return new Dates(start, due, Math.Max(1, calendar.Count(start, due)));
    }

    // A duration that is not known follows from the dates, as far as these are.
    private static int? DurationOf(Dates dates, DateOnly start, WorkingCalendar calendar)
    {
        if (dates.Duration is { } known)
            return known;
        return dates.Due is { } due ? Math.Max(1, calendar.Count(dates.Start ?? start, due)) : null;
    }

    private static DateOnly Next(DateOnly day) => day < DateOnly.MaxValue ? day.AddDays(1) : throw Beyond();

    private static BrokenRule Beyond() => new("startDate", "Start date is invalid.");
}

using OpenProject.Domain.Common;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>Computes the one of start, due date and duration that a change leaves open from the two others.</summary>
public static class DateDerivation
{
    private static readonly DateFields[] Usual = [DateFields.Duration, DateFields.Due, DateFields.Start];
    private static readonly DateFields[] WhenDaysCountDifferently = [DateFields.Due, DateFields.Start, DateFields.Duration];

    /// <summary>The dates after a change.</summary>
    /// <param name="dates">What holds with the values sent already in place.</param>
    /// <param name="sent">What the change names; the rest may be derived.</param>
    /// <param name="calendar">The calendar that counts for the work package.</param>
    /// <exception cref="BrokenRule">A derived date lies outside of the years 1 to 9999.</exception>
    public static Dates Derive(Dates dates, DateFields sent, WorkingCalendar calendar)
    {
        if (sent == DateFields.None)
            return dates;

        var settled = dates with { Start = Forward(dates.Start, "startDate", calendar), Due = Forward(dates.Due, "dueDate", calendar) };
        var order = sent.HasFlag(DateFields.NonWorkingDays) ? WhenDaysCountDifferently : Usual;
        var open = order.Where(field => !sent.HasFlag(field)).ToList();

        foreach (var field in open)
        {
            if (Partners(field).All(partner => IsSet(settled, partner)))
                return Compute(settled, field, calendar);
        }

        foreach (var field in open)
        {
            var partners = Partners(field).ToList();
            if (partners.Count(partner => IsSet(settled, partner)) == 1 && partners.Exists(partner => sent.HasFlag(partner) && !IsSet(settled, partner)))
                return With(settled, field, date: null, duration: null);
        }

        return settled;
    }

    private static IEnumerable<DateFields> Partners(DateFields field) => Usual.Where(other => other != field);

    private static bool IsSet(Dates dates, DateFields field) => field switch
    {
        DateFields.Start => dates.Start is not null,
        DateFields.Due => dates.Due is not null,
        _ => dates.Duration is not null,
    };

    private static Dates With(Dates dates, DateFields field, DateOnly? date, int? duration) => field switch
    {
        DateFields.Start => dates with { Start = date },
        DateFields.Due => dates with { Due = date },
        _ => dates with { Duration = duration },
    };

    private static Dates Compute(Dates dates, DateFields field, WorkingCalendar calendar) => field switch
    {
        DateFields.Start => dates with { Start = calendar.Start(dates.Due!.Value, dates.Duration!.Value) ?? throw TooLong() },
        DateFields.Due => dates with { Due = calendar.Finish(dates.Start!.Value, dates.Duration!.Value) ?? throw TooLong() },

        // A due date before the start has no duration; that it may not be so is said by the work package.
        _ => dates with { Duration = dates.Due < dates.Start ? null : calendar.Count(dates.Start!.Value, dates.Due!.Value) },
    };

    private static DateOnly? Forward(DateOnly? date, string member, WorkingCalendar calendar) =>
        date is not { } day ? null : calendar.OnOrAfter(day) ?? throw new BrokenRule(member, member == "dueDate" ? "Finish date is invalid." : "Start date is invalid.");

    private static BrokenRule TooLong() => new("duration", "Duration is invalid.");
}

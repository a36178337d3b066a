using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.WorkPackages;

/// <content>
/// When it happens. A change may name several of the attributes; the verbs only note them, and once all are in place
/// <see cref="SettleDates"/> derives what was left open and checks the whole.
/// </content>
public sealed partial class WorkPackage
{
    private DateFields sent;

    /// <summary>Sets the first day.</summary>
    public void StartOn(DateOnly? date)
    {
        StartDate = date;
        sent |= DateFields.Start;
    }

    /// <summary>Sets the last day.</summary>
    public void DueOn(DateOnly? date)
    {
        DueDate = date;
        sent |= DateFields.Due;
    }

    /// <summary>Sets the one day of a milestone.</summary>
    public void HappenOn(DateOnly? date)
    {
        StartOn(date);
        DueOn(date);
    }

    /// <summary>Sets the duration.</summary>
    /// <exception cref="BrokenRule">Less than a day.</exception>
    public void LastFor(int? days)
    {
        if (days < 1)
            throw new BrokenRule("duration", "Duration must be greater than 0.");
        DurationDays = days;
        sent |= DateFields.Duration;
    }

    /// <summary>Says whether every day counts.</summary>
    public void CountEveryDay(bool ignoreNonWorkingDays)
    {
        if (IgnoreNonWorkingDays == ignoreNonWorkingDays)
            return;
        IgnoreNonWorkingDays = ignoreNonWorkingDays;
        sent |= DateFields.NonWorkingDays;
    }

    /// <summary>Says whether people set its dates.</summary>
    public void PlanByHand(bool scheduleManually) => ScheduleManually = scheduleManually;

    /// <summary>Ends a change: derives the dates that it left open and checks the rules between them.</summary>
    /// <param name="calendar">The installation's working days.</param>
    /// <param name="isMilestone">Whether the type it has now is a milestone.</param>
    /// <exception cref="BrokenRule">Due before start, or a duration that is not that of the dates.</exception>
    public void SettleDates(WorkingCalendar calendar, bool isMilestone)
    {
        var own = IgnoreNonWorkingDays ? WorkingCalendar.EveryDay : calendar;
        var changed = sent;
        sent = DateFields.None;

        if (isMilestone)
        {
            SettleOneDay(changed, own);
        }
        else
        {
            CheckOrder(changed);
            (StartDate, DueDate, DurationDays) = DateDerivation.Derive(new Dates(StartDate, DueDate, DurationDays), changed, own);
        }

        if (changed != DateFields.None)
            CheckDates(own);
    }

    // Before days off move either: a finish sent as Sunday does not become right by being moved to the Monday of the start.
    private void CheckOrder(DateFields changed)
    {
        var isSpan = (changed & (DateFields.Duration | DateFields.NonWorkingDays)) == DateFields.None;
        if (isSpan && (changed & (DateFields.Start | DateFields.Due)) != DateFields.None && DueDate < StartDate)
            throw FinishBeforeStart();
    }

    private static BrokenRule FinishBeforeStart() => new("dueDate", "Finish date must be greater than or equal to the start date.");

    private void SettleOneDay(DateFields changed, WorkingCalendar calendar)
    {
        var day = changed switch
        {
            _ when changed.HasFlag(DateFields.Due) => DueDate,
            _ when changed.HasFlag(DateFields.Start) => StartDate,
            _ => DueDate ?? StartDate,
        };
        var isSettled = StartDate == day && DueDate == day && DurationDays == (day is null ? null : 1);
        if (changed == DateFields.None && isSettled)
            return;

        var settled = DateDerivation.Derive(new Dates(day, day, Duration: null), DateFields.Start | DateFields.Due, calendar);
        (StartDate, DueDate, DurationDays) = settled;
    }

    private void CheckDates(WorkingCalendar calendar)
    {
        if (StartDate is not { } start || DueDate is not { } due)
        {
            if (DurationDays is not null && (StartDate ?? DueDate) is not null)
                throw new BrokenRule(StartDate is null ? "startDate" : "dueDate", $"{(StartDate is null ? "Start date" : "Finish date")} can't be blank.");
            return;
        }

        if (due < start)
            throw FinishBeforeStart();
        var days = calendar.Count(start, due);
        if (DurationDays is null)
            throw new BrokenRule("duration", "Duration can't be blank.");
        if (DurationDays != days)
            throw new BrokenRule("duration", $"Duration is {(DurationDays < days ? "smaller" : "larger")} than the dates.");
    }
}

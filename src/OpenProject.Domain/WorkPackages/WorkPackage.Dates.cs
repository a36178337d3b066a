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

    /// <summary>Its dates follow from those below it; every day counts where it does for any of them.</summary>
    public void Span(IReadOnlyCollection<ScheduledWork> children, WorkingCalendar calendar)
    {
        IgnoreNonWorkingDays = children.Any(child => child.IgnoresNonWorkingDays);
        (StartDate, DueDate, DurationDays) = Placement.Span(children, IgnoreNonWorkingDays ? WorkingCalendar.EveryDay : calendar);
        sent = DateFields.None;
    }

    /// <summary>
    /// Begins as soon as what it follows allows. How long it lasts is left to people: they may name the duration or the last day.
    /// To be called before <see cref="SettleDates"/>.
    /// </summary>
    /// <param name="soonest">The first day on which it may begin; null when what it follows has no dates.</param>
    /// <param name="calendar">The installation's working days.</param>
    /// <param name="isMilestone">Whether the type it has now is a milestone.</param>
    /// <exception cref="BrokenRule">Another start was named, or a finish where there is no start.</exception>
    public void Begin(DateOnly? soonest, WorkingCalendar calendar, bool isMilestone)
    {
        var own = IgnoreNonWorkingDays ? WorkingCalendar.EveryDay : calendar;
        var start = soonest is { } day ? own.OnOrAfter(day) : null;
        if (sent.HasFlag(DateFields.Start) && (StartDate is { } named ? own.OnOrAfter(named) : null) != start)
            throw new BrokenRule(isMilestone ? "date" : "startDate", $"Start date can only be {start?.ToString("yyyy-MM-dd") ?? "empty"}, as the work package is scheduled automatically.");
        if (isMilestone || !sent.HasFlag(DateFields.Due) || (start is null && DueDate is null))
        {
            var isCleared = sent.HasFlag(DateFields.Duration) && DurationDays is null;
            (StartDate, DueDate, DurationDays) = Placement.Begin(new Dates(StartDate, isCleared ? null : DueDate, DurationDays), soonest, isMilestone, own);
            sent = DateFields.None;
            return;
        }

        if (start is null)
            throw new BrokenRule("dueDate", "Finish date can only be empty, as the work package is scheduled automatically and its predecessors have no dates.");
        StartDate = start;
        sent |= DateFields.Start;
    }

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

using System.Numerics;

namespace OpenProject.Domain.WorkSchedule;

/// <summary>
/// Which days are worked on: the days of the week, less single free days. Counting takes the same time however far
/// apart the dates are.
/// </summary>
public sealed class WorkingCalendar
{
    private const int Week = 7;

    // Day 0 (0001-01-01) is a Monday, so bit 0 is Monday.
    private readonly uint week;
    private readonly int workdaysPerWeek;
    private readonly int[] free;

    /// <summary>A calendar.</summary>
    /// <param name="workingDays">The days of the week that are worked on; at least one.</param>
    /// <param name="freeDays">Single days that are not, such as holidays.</param>
    /// <exception cref="ArgumentException">No working day in the week.</exception>
    public WorkingCalendar(IEnumerable<DayOfWeek> workingDays, IEnumerable<DateOnly>? freeDays = null)
    {
        week = workingDays.Aggregate(0u, (bits, day) => bits | (1u << (((int)day + 6) % Week)));
        if (week == 0)
            throw new ArgumentException("A week needs a working day.", nameof(workingDays));
        workdaysPerWeek = BitOperations.PopCount(week);
        free = [.. (freeDays ?? []).Select(day => day.DayNumber).Where(IsWorkday).Distinct().Order()];
    }

    /// <summary>Monday to Friday, without holidays.</summary>
    public static WorkingCalendar Default { get; } =
        new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);

    /// <summary>Every day, for work packages that ignore non-working days.</summary>
    public static WorkingCalendar EveryDay { get; } = new(Enum.GetValues<DayOfWeek>());

    /// <summary>Whether the day is worked on.</summary>
    public bool IsWorking(DateOnly day) => IsWorkday(day.DayNumber) && Array.BinarySearch(free, day.DayNumber) < 0;

    /// <summary>The day itself when it is worked on, else the next one that is; null when the calendar of the world ends before.</summary>
    public DateOnly? OnOrAfter(DateOnly day) => Nth(day, 1);

    /// <summary>The working days from the first to the last day, both counted; 0 when the last is before the first.</summary>
    public int Count(DateOnly first, DateOnly last) => last < first ? 0 : WorkingBefore(last.DayNumber + 1) - WorkingBefore(first.DayNumber);

    /// <summary>The last of <paramref name="duration"/> working days that begin at the first working day from <paramref name="start"/> on; null beyond the year 9999.</summary>
    public DateOnly? Finish(DateOnly start, int duration) => Nth(start, duration);

    /// <summary>The first of <paramref name="duration"/> working days that end at the last working day up to <paramref name="finish"/>; null before the year 1.</summary>
    public DateOnly? Start(DateOnly finish, int duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, 1);
        var wanted = (long)WorkingBefore(finish.DayNumber + 1) - duration;
        return wanted < 0 ? null : DayWithWorkingBefore((int)wanted);
    }

    private DateOnly? Nth(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var wanted = (long)WorkingBefore(start.DayNumber) + count - 1;
        return wanted >= WorkingBefore(DateOnly.MaxValue.DayNumber + 1) ? null : DayWithWorkingBefore((int)wanted);
    }

    private bool IsWorkday(int dayNumber) => (week & (1u << (dayNumber % Week))) != 0;

    // Working days in [0, day).
    private int WorkingBefore(int dayNumber)
    {
        var rest = week & ((1u << (dayNumber % Week)) - 1);
        var at = Array.BinarySearch(free, dayNumber);
        return (dayNumber / Week * workdaysPerWeek) + BitOperations.PopCount(rest) - (at < 0 ? ~at : at);
    }

    // The working day that has exactly so many working days before it.
    private DateOnly DayWithWorkingBefore(int count)
    {
        var low = 0;
        var high = DateOnly.MaxValue.DayNumber;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (WorkingBefore(middle + 1) > count)
                high = middle;
            else
                low = middle + 1;
        }

        return DateOnly.FromDayNumber(low);
    }
}

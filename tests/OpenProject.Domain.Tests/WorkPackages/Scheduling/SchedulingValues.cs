using FsCheck;
using FsCheck.Fluent;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.Tests.WorkPackages.Scheduling;

/// <summary>Values that scheduling is tried with: dates of a few years, durations of some months, all kinds of calendars.</summary>
internal static class SchedulingValues
{
    private static readonly DateOnly Origin = new(2024, 1, 1);

    public static Arbitrary<DateOnly> Days { get; } = Gen.Choose(-800, 800).Select(Origin.AddDays).ToArbitrary();

    public static Arbitrary<int> Durations { get; } = Gen.Choose(1, 120).ToArbitrary();

    public static Arbitrary<WorkingCalendar> Calendars { get; } =
        (from week in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>()))
         from free in Gen.ListOf(Days.Generator)
         select new WorkingCalendar(week, free)).ToArbitrary();

    /// <summary>Counted the slow and obvious way.</summary>
    public static int CountOneByOne(WorkingCalendar calendar, DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            count += calendar.IsWorking(day) ? 1 : 0;
        return count;
    }
}

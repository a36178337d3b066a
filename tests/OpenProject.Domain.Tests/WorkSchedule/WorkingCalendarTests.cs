using FsCheck;
using FsCheck.Fluent;
using OpenProject.Domain.WorkSchedule;
using static OpenProject.Domain.Tests.WorkPackages.Scheduling.SchedulingValues;

namespace OpenProject.Domain.Tests.WorkSchedule;

internal sealed class WorkingCalendarTests
{
    private static readonly DateOnly Friday = new(2024, 5, 3);

    [TestCase("2024-05-03", true)]
    [TestCase("2024-05-04", false)]
    [TestCase("2024-05-05", false)]
    [TestCase("2024-05-06", true)]
    public void By_default_people_work_from_Monday_to_Friday(string day, bool works) =>
        Assert.That(WorkingCalendar.Default.IsWorking(DateOnly.Parse(day)), Is.EqualTo(works));

    [Test]
    public void A_free_day_is_passed_over()
    {
        var calendar = new WorkingCalendar([DayOfWeek.Monday, DayOfWeek.Friday], [new DateOnly(2024, 5, 6)]);

        Assert.That(calendar.IsWorking(new DateOnly(2024, 5, 6)), Is.False);
        Assert.That(calendar.Finish(Friday, 2), Is.EqualTo(new DateOnly(2024, 5, 10)));
        Assert.That(calendar.Start(new DateOnly(2024, 5, 10), 2), Is.EqualTo(Friday));
        Assert.That(calendar.Count(Friday, new DateOnly(2024, 5, 10)), Is.EqualTo(2));
    }

    [Test]
    public void A_free_day_on_a_weekend_does_not_count_twice()
    {
        var calendar = new WorkingCalendar([DayOfWeek.Friday], [new DateOnly(2024, 5, 4), Friday, Friday]);

        Assert.That(calendar.Count(new DateOnly(2024, 4, 29), new DateOnly(2024, 5, 10)), Is.EqualTo(1));
    }

    [Test]
    public void A_week_without_working_day_is_none() => Assert.Throws<ArgumentException>(() => _ = new WorkingCalendar([]));

    [Test]
    public void The_world_has_a_first_and_a_last_day()
    {
        Assert.That(WorkingCalendar.Default.Finish(Friday, int.MaxValue), Is.Null);
        Assert.That(WorkingCalendar.Default.Start(Friday, int.MaxValue), Is.Null);
        Assert.That(WorkingCalendar.EveryDay.Finish(DateOnly.MinValue, DateOnly.MaxValue.DayNumber + 1), Is.EqualTo(DateOnly.MaxValue));
        Assert.That(WorkingCalendar.EveryDay.Start(DateOnly.MaxValue, DateOnly.MaxValue.DayNumber + 1), Is.EqualTo(DateOnly.MinValue));

        // 9999-12-31 is a Friday.
        Assert.That(WorkingCalendar.Default.OnOrAfter(DateOnly.MaxValue), Is.EqualTo(DateOnly.MaxValue));
        Assert.That(new WorkingCalendar([DayOfWeek.Monday]).OnOrAfter(DateOnly.MaxValue), Is.Null);
    }

    [Test]
    public void Counting_fast_is_counting_one_by_one() =>
        Prop.ForAll(Calendars, Days, Days, (calendar, first, last) =>
            calendar.Count(first, last) == CountOneByOne(calendar, first, last)).QuickCheckThrowOnFailure();

    [Test]
    public void The_finish_of_a_duration_is_so_many_working_days_away() =>
        Prop.ForAll(Calendars, Days, Durations, (calendar, start, duration) =>
        {
            var finish = calendar.Finish(start, duration)!.Value;
            return calendar.IsWorking(finish) && CountOneByOne(calendar, start, finish) == duration;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Start_and_finish_undo_each_other() =>
        Prop.ForAll(Calendars, Days, Durations, (calendar, day, duration) =>
        {
            var start = calendar.OnOrAfter(day)!.Value;
            return calendar.Start(calendar.Finish(start, duration)!.Value, duration) == start;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_next_working_day_is_the_nearest() =>
        Prop.ForAll(Calendars, Days, (calendar, day) =>
        {
            var next = calendar.OnOrAfter(day)!.Value;
            return next >= day && calendar.IsWorking(next) && CountOneByOne(calendar, day, next) == 1;
        }).QuickCheckThrowOnFailure();
}

using OpenProject.Domain.Common;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.Tests.WorkSchedule;

internal sealed class WorkScheduleTests
{
    [Test]
    public void The_usual_week_has_seven_days_and_ends_with_a_free_Sunday()
    {
        var week = WeekDay.Usual();

        Assert.That(week.Select(d => d.Id), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6, 7 }));
        Assert.That(week.Where(d => d.Working).Select(d => d.Day), Is.EqualTo(new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }));
        Assert.That(week[^1].Day, Is.EqualTo(DayOfWeek.Sunday));
    }

    [Test]
    public void A_free_day_has_a_date_and_a_name()
    {
        var day = NonWorkingDay.Create(new DateOnly(2026, 12, 25), " Christmas ");

        Assert.That((day.Date, day.Name), Is.EqualTo((new DateOnly(2026, 12, 25), "Christmas")));
        Assert.That(() => day.Rename(" "), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("name"));
    }
}

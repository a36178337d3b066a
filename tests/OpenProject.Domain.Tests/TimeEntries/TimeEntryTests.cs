using OpenProject.Domain.Common;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Domain.Tests.TimeEntries;

internal sealed class TimeEntryTests
{
    private readonly TimeEntry entry = TimeEntry.Create(1, 2, 3, 4, new DateOnly(2026, 3, 2), 90, DateTime.UnixEpoch);

    [TestCase(0)]
    [TestCase(TimeEntry.MostMinutes)]
    [TestCase(null)]
    public void Time_has_a_length(int? minutes)
    {
        entry.Take(minutes);

        Assert.That(entry.Minutes, Is.EqualTo(minutes));
    }

    [TestCase(-1)]
    [TestCase(TimeEntry.MostMinutes + 1)]
    public void Time_is_neither_negative_nor_more_than_a_year(int minutes) =>
        Assert.That(() => entry.Take(minutes), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("hours"));

    [TestCase(-14, 0, true)]
    [TestCase(-15, 59, false)]
    [TestCase(35, 59, true)]
    [TestCase(36, 0, false)]
    public void A_start_is_on_its_day_where_some_clock_says_so(int hours, int minutes, bool isOnIt)
    {
        entry.BeginAt(new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc).AddHours(hours).AddMinutes(minutes));

        Assert.That(entry.BeginsOnItsDay, Is.EqualTo(isOnIt));
    }

    [Test]
    public void A_start_keeps_its_time_of_day_on_another_day()
    {
        entry.BeginAt(new DateTime(2026, 3, 2, 9, 58, 0, DateTimeKind.Utc));
        entry.BookOn(new DateOnly(2026, 2, 28));
        entry.MoveFrom(new DateOnly(2026, 3, 2));

        Assert.That(entry.StartedAt, Is.EqualTo(new DateTime(2026, 2, 28, 9, 58, 0, DateTimeKind.Utc)));
        entry.BookOn(DateOnly.MinValue);
        Assert.That(() => entry.MoveFrom(new DateOnly(2026, 3, 31)), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("spentOn"));
    }

    [Test]
    public void A_comment_that_says_nothing_is_none()
    {
        entry.Remark("  ");

        Assert.That(entry.Comment, Is.Null);
        Assert.That(() => entry.Remark(new string('c', TimeEntry.CommentLimit + 1)), Throws.TypeOf<BrokenRule>());
    }
}

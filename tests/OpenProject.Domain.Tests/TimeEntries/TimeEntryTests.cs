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

    [Test]
    public void A_comment_that_says_nothing_is_none()
    {
        entry.Remark("  ");

        Assert.That(entry.Comment, Is.Null);
        Assert.That(() => entry.Remark(new string('c', TimeEntry.CommentLimit + 1)), Throws.TypeOf<BrokenRule>());
    }
}

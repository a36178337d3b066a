using OpenProject.Domain.Common;
using OpenProject.Domain.Meetings;

namespace OpenProject.Domain.Tests.Meetings;

internal sealed class MeetingTests
{
    private static readonly DateTime Start = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Test]
    public void A_meeting_ends_when_its_time_is_over()
    {
        var meeting = Meeting.Create(projectId: 1, authorId: 2, " Weekly ", Start, minutes: 90, DateTime.UnixEpoch);

        Assert.That((meeting.Title, meeting.EndTime), Is.EqualTo(("Weekly", Start.AddHours(1.5))));
    }

    [TestCase(0)]
    [TestCase(-15)]
    [TestCase(Meeting.LongestMinutes + 1)]
    public void A_meeting_takes_some_time_and_not_for_ever(int minutes) =>
        Assert.That(
            () => Meeting.Create(1, 2, "Weekly", Start, minutes, DateTime.UnixEpoch),
            Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("duration"));

    [Test]
    public void A_place_is_short_or_none()
    {
        var meeting = Meeting.Create(1, 2, "Weekly", Start, 15, DateTime.UnixEpoch);
        meeting.MeetAt(" ");

        Assert.That(meeting.Location, Is.Null);
        Assert.That(() => meeting.MeetAt(new string('l', 256)), Throws.TypeOf<BrokenRule>());
    }
}

using OpenProject.Domain.Common;
using OpenProject.Domain.Reminders;

namespace OpenProject.Domain.Tests.Reminders;

internal sealed class ReminderTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly Reminder reminder = Reminder.Draft(1, 2);

    [Test]
    public void A_reminder_is_for_later()
    {
        reminder.RemindOn(Now.AddSeconds(1), Now);

        Assert.That(reminder.RemindAt, Is.EqualTo(Now.AddSeconds(1)));
        Assert.That(() => reminder.RemindOn(Now, Now), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("remindAt"));
    }

    [Test]
    public void A_note_is_short() =>
        Assert.That(() => reminder.Say(new string('n', 129)), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("note"));
}

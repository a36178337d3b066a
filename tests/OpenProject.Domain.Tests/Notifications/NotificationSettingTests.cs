using OpenProject.Domain.Common;
using OpenProject.Domain.Notifications;

namespace OpenProject.Domain.Tests.Notifications;

internal sealed class NotificationSettingTests
{
    private static readonly WorkPackageChange Nothing = new(IsNew: false, IsComment: false, HasStatus: false, HasPriority: false, HasDates: false);
    private static readonly WorkPackageChange Everything = new(IsNew: true, IsComment: true, HasStatus: true, HasPriority: true, HasDates: true);
    private static readonly Involvement Stranger = new(IsMentioned: false, IsAssignee: false, IsResponsible: false, IsWatcher: false);

    [Test]
    public void Who_has_said_nothing_is_told_of_what_concerns_himself()
    {
        var usual = NotificationSetting.Usual(1);

        Assert.That(usual.ReasonFor(Nothing, new Involvement(true, true, true, true)), Is.EqualTo(NotificationReason.Mentioned));
        Assert.That(usual.ReasonFor(Nothing, new Involvement(false, true, true, true)), Is.EqualTo(NotificationReason.Assigned));
        Assert.That(usual.ReasonFor(Nothing, new Involvement(false, false, true, true)), Is.EqualTo(NotificationReason.Responsible));
        Assert.That(usual.ReasonFor(Nothing, new Involvement(false, false, false, true)), Is.EqualTo(NotificationReason.Watched));
        Assert.That(usual.ReasonFor(Everything, Stranger), Is.Null);
    }

    [Test]
    public void What_somebody_does_not_want_to_know_of_leaves_the_next_reason()
    {
        var setting = NotificationSetting.Create(1, 2, new NotificationWish { Watched = true, WorkPackagePrioritized = true });

        Assert.That(setting.ReasonFor(Nothing, new Involvement(true, true, true, true)), Is.EqualTo(NotificationReason.Watched));
        Assert.That(setting.ReasonFor(Everything, new Involvement(true, true, true, false)), Is.EqualTo(NotificationReason.Prioritized));
        Assert.That(setting.ReasonFor(Nothing, new Involvement(true, true, true, false)), Is.Null);
    }

    [TestCase(nameof(NotificationWish.WorkPackageCreated), NotificationReason.Created)]
    [TestCase(nameof(NotificationWish.WorkPackageCommented), NotificationReason.Commented)]
    [TestCase(nameof(NotificationWish.WorkPackageProcessed), NotificationReason.Processed)]
    [TestCase(nameof(NotificationWish.WorkPackagePrioritized), NotificationReason.Prioritized)]
    [TestCase(nameof(NotificationWish.WorkPackageScheduled), NotificationReason.Scheduled)]
    public void Each_wish_has_its_reason(string wish, NotificationReason reason)
    {
        var wanted = new NotificationWish
        {
            WorkPackageCreated = wish == nameof(NotificationWish.WorkPackageCreated),
            WorkPackageCommented = wish == nameof(NotificationWish.WorkPackageCommented),
            WorkPackageProcessed = wish == nameof(NotificationWish.WorkPackageProcessed),
            WorkPackagePrioritized = wish == nameof(NotificationWish.WorkPackagePrioritized),
            WorkPackageScheduled = wish == nameof(NotificationWish.WorkPackageScheduled),
        };

        Assert.That(NotificationSetting.Create(1, null, wanted).ReasonFor(Everything, Stranger), Is.EqualTo(reason));
        Assert.That(NotificationSetting.Create(1, null, wanted).ReasonFor(Nothing, Stranger), Is.Null);
        Assert.That(NotificationSetting.Create(1, null, wanted).Wish(), Is.EqualTo(wanted));
    }

    [TestCase(2, null, null)]
    [TestCase(-1, null, null)]
    [TestCase(null, 30, null)]
    [TestCase(null, null, 0)]
    public void Days_are_some_of_few(int? start, int? due, int? overdue) =>
        Assert.That(
            () => NotificationSetting.Create(1, null, new NotificationWish { StartDateDays = start, DueDateDays = due, OverdueDays = overdue }),
            Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("notifications"));
}

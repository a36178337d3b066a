using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.Tests.WorkPackages;

internal sealed class WorkPackageDatesTests
{
    private static readonly DateOnly Tuesday = new(2022, 8, 23);
    private static readonly DateOnly Friday = new(2022, 8, 26);
    private static readonly DateOnly Saturday = new(2022, 8, 27);
    private static readonly DateOnly Monday = new(2022, 8, 29);

    private readonly WorkPackage workPackage = WorkPackage.Create(1, 2, 3, 4, "Build a shed", 5, DateTime.UnixEpoch);

    [Test]
    public void A_start_and_a_duration_make_a_due_date()
    {
        workPackage.StartOn(Tuesday);
        workPackage.LastFor(5);
        Settle();

        Assert.That(Dates(), Is.EqualTo(new Dates(Tuesday, Monday, 5)));
    }

    [Test]
    public void Several_changes_are_settled_together_whatever_their_order()
    {
        workPackage.LastFor(2);
        workPackage.DueOn(Monday);
        workPackage.CountEveryDay(true);
        Settle();

        Assert.That(Dates(), Is.EqualTo(new Dates(Monday.AddDays(-1), Monday, 2)));
    }

    [Test]
    public void A_later_change_starts_afresh()
    {
        workPackage.StartOn(Tuesday);
        workPackage.DueOn(Friday);
        Settle();
        workPackage.LastFor(5);
        Settle();

        Assert.That(Dates(), Is.EqualTo(new Dates(Tuesday, Monday, 5)));
    }

    [Test]
    public void The_due_date_is_not_before_the_start()
    {
        workPackage.StartOn(Monday);
        workPackage.DueOn(Tuesday);

        Refuses("dueDate", "Finish date must be greater than or equal to the start date.");
    }

    [TestCase(2, "Duration is smaller than the dates.")]
    [TestCase(9, "Duration is larger than the dates.")]
    public void A_duration_sent_with_both_dates_fits_them(int days, string sentence)
    {
        workPackage.StartOn(Tuesday);
        workPackage.DueOn(Monday);
        workPackage.LastFor(days);

        Refuses("duration", sentence);
    }

    [Test]
    public void Two_that_are_set_leave_no_third_open()
    {
        workPackage.StartOn(Tuesday);
        workPackage.DueOn(Monday);
        workPackage.LastFor(null);

        Refuses("duration", "Duration can't be blank.");
    }

    [TestCase(0)]
    [TestCase(-3)]
    public void A_duration_is_a_day_at_least(int days) =>
        Assert.That(Assert.Throws<BrokenRule>(() => workPackage.LastFor(days))!.Member, Is.EqualTo("duration"));

    [Test]
    public void A_milestone_has_one_day()
    {
        workPackage.HappenOn(Saturday);
        Settle(isMilestone: true);

        Assert.That(Dates(), Is.EqualTo(new Dates(Monday, Monday, 1)));
    }

    [Test]
    public void Whichever_date_of_a_milestone_is_set_the_other_follows()
    {
        workPackage.HappenOn(Tuesday);
        Settle(isMilestone: true);
        workPackage.StartOn(Friday);
        Settle(isMilestone: true);
        Assert.That(Dates(), Is.EqualTo(new Dates(Friday, Friday, 1)));

        workPackage.DueOn(Monday);
        Settle(isMilestone: true);
        Assert.That(Dates(), Is.EqualTo(new Dates(Monday, Monday, 1)));

        workPackage.HappenOn(null);
        Settle(isMilestone: true);
        Assert.That(Dates(), Is.EqualTo(new Dates(null, null, null)));
    }

    [Test]
    public void What_becomes_a_milestone_happens_when_it_was_due()
    {
        workPackage.StartOn(Tuesday);
        workPackage.DueOn(Friday);
        Settle();
        workPackage.BecomeType(9);
        Settle(isMilestone: true);

        Assert.That(Dates(), Is.EqualTo(new Dates(Friday, Friday, 1)));
    }

    [Test]
    public void A_settled_milestone_is_left_alone_by_other_changes()
    {
        workPackage.CountEveryDay(true);
        workPackage.HappenOn(Saturday);
        Settle(isMilestone: true);
        workPackage.Rename("Shed stands");
        Settle(isMilestone: true);

        Assert.That(Dates(), Is.EqualTo(new Dates(Saturday, Saturday, 1)));
    }

    private void Settle(bool isMilestone = false) => workPackage.SettleDates(WorkingCalendar.Default, isMilestone);

    private Dates Dates() => new(workPackage.StartDate, workPackage.DueDate, workPackage.DurationDays);

    private void Refuses(string member, string sentence)
    {
        var broken = Assert.Throws<BrokenRule>(() => Settle())!;
        Assert.That((broken.Member, broken.Message), Is.EqualTo((member, sentence)));
    }
}

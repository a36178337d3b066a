using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Tests.WorkPackages;

internal sealed class WorkPackageTests
{
    private static readonly DateTime Now = new(2024, 5, 6, 8, 0, 0, DateTimeKind.Utc);

    private readonly WorkPackage workPackage = WorkPackage.Create(1, 2, 3, 4, "Build a shed", 5, Now);

    [Test]
    public void A_new_one_is_planned_by_hand_and_was_made_now()
    {
        Assert.That(workPackage.ScheduleManually, Is.True);
        Assert.That((workPackage.CreatedAt, workPackage.UpdatedAt, workPackage.LockVersion), Is.EqualTo((Now, Now, 0)));
        Assert.That((workPackage.ProjectId, workPackage.TypeId, workPackage.StatusId, workPackage.PriorityId, workPackage.AuthorId), Is.EqualTo((1L, 2L, 3L, 4L, 5L)));
    }

    [TestCase(null, "Subject can't be blank.")]
    [TestCase("", "Subject can't be blank.")]
    [TestCase(" \t\n", "Subject can't be blank.")]
    public void A_subject_says_something(string? subject, string sentence) => Refuses(() => workPackage.Rename(subject), "subject", sentence);

    [Test]
    public void A_subject_has_a_limit()
    {
        workPackage.Rename(new string('x', WorkPackage.SubjectLimit));

        Refuses(() => workPackage.Rename(new string('y', WorkPackage.SubjectLimit + 1)), "subject", "Subject is too long (maximum is 255 characters).");
        Assert.That(workPackage.Subject, Does.StartWith("x"), "what is refused is not kept");
    }

    [Test]
    public void Work_is_not_negative()
    {
        workPackage.Estimate(0);
        workPackage.EstimateRemaining(90);

        Refuses(() => workPackage.Estimate(-1), "estimatedTime", "Work must be greater than or equal to 0.");
        Refuses(() => workPackage.EstimateRemaining(-1), "remainingTime", "Remaining work must be greater than or equal to 0.");
        Assert.That((workPackage.EstimatedMinutes, workPackage.RemainingMinutes), Is.EqualTo(((int?)0, (int?)90)));
    }

    [TestCase(-1)]
    [TestCase(101)]
    public void Progress_lies_between_0_and_100(int percent)
    {
        workPackage.Progress(100);
        workPackage.Progress(0);
        workPackage.Progress(null);

        Refuses(() => workPackage.Progress(percent), "percentageDone", "% Complete must be between 0 and 100.");
    }

    [Test]
    public void A_journal_is_a_copy_with_the_next_number_and_the_note_of_this_change()
    {
        workPackage.Note(new Comment("Begun.", "<p>Begun.</p>"));
        var first = (WorkPackageJournal)workPackage.TakeJournal(7, Now)!;
        workPackage.Rename("Build a house");
        var second = (WorkPackageJournal)workPackage.TakeJournal(8, Now.AddMinutes(1))!;

        Assert.That((first.Version, first.Subject, first.Notes, first.UserId), Is.EqualTo((1, "Build a shed", "Begun.", 7L)));
        Assert.That((second.Version, second.Subject, second.Notes, second.UserId), Is.EqualTo((2, "Build a house", (string?)null, 8L)));
        Assert.That(second.CreatedAt, Is.EqualTo(Now.AddMinutes(1)));
    }

    [Test]
    public void A_journal_copies_every_attribute_that_has_the_same_name()
    {
        workPackage.AssignTo(11);
        workPackage.MakeResponsible(12);
        workPackage.FileUnder(13);
        workPackage.PlanFor(14);
        workPackage.MoveBelow(15);
        workPackage.Describe("raw", "<p>raw</p>");
        workPackage.Estimate(16);
        workPackage.EstimateRemaining(17);
        workPackage.Progress(18);
        workPackage.PlanByHand(false);

        var journal = (WorkPackageJournal)workPackage.TakeJournal(1, Now)!;

        string[] own = ["Id", "Version", "CreatedAt", "UpdatedAt"];
        var copied = typeof(WorkPackageJournal).GetProperties().Where(p => !own.Contains(p.Name) && typeof(WorkPackage).GetProperty(p.Name) is not null).ToList();
        Assert.That(copied, Has.Count.GreaterThan(15));
        Assert.Multiple(() =>
        {
            foreach (var property in copied)
                Assert.That(property.GetValue(journal), Is.EqualTo(typeof(WorkPackage).GetProperty(property.Name)!.GetValue(workPackage)), property.Name);
            Assert.That(journal.TargetVersionId, Is.EqualTo(14));
        });
    }

    private static void Refuses(Action change, string member, string sentence)
    {
        var broken = Assert.Throws<BrokenRule>(change)!;
        Assert.That((broken.Member, broken.Message), Is.EqualTo((member, sentence)));
    }
}

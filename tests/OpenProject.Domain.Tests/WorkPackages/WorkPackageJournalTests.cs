using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Tests.WorkPackages;

/// <summary>Which changes are told as one.</summary>
internal sealed class WorkPackageJournalTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly WorkPackage workPackage = WorkPackage.Create(1, 1, 1, 1, "Build a shed", 7, Now);

    [Test]
    public void A_change_soon_after_by_the_same_user_is_told_with_the_one_before()
    {
        var first = Journal(7, Now)!;
        workPackage.Rename("Build a house");
        workPackage.Continue(first);

        Assert.That(Journal(7, Now.AddMinutes(5)), Is.Null);
        Assert.That((first.Subject, first.Version, workPackage.JournalVersion, first.UpdatedAt), Is.EqualTo(("Build a house", 1, 1, Now.AddMinutes(5))));
    }

    [TestCase(8, 1)]
    [TestCase(7, 6)]
    public void Another_user_or_a_later_change_is_told_by_itself(long userId, int minutes)
    {
        var first = Journal(7, Now)!;
        workPackage.Rename("Build a house");
        workPackage.Continue(first);

        var second = Journal(userId, Now.AddMinutes(minutes))!;

        Assert.That((first.Subject, second.Subject, second.Version), Is.EqualTo(("Build a shed", "Build a house", 2)));
    }

    [Test]
    public void What_comes_after_a_comment_or_with_one_is_told_by_itself()
    {
        workPackage.Note(new Comment("Begun.", "<p>Begun.</p>"));
        var first = Journal(7, Now)!;
        workPackage.Rename("Build a house");
        workPackage.Continue(first);
        var second = Journal(7, Now)!;
        workPackage.Rename("Build a town");
        workPackage.Note(new Comment("Better.", "<p>Better.</p>"));
        workPackage.Continue(second);
        var third = Journal(7, Now)!;

        Assert.That((first.Version, second.Version, third.Version), Is.EqualTo((1, 2, 3)));
        Assert.That((first.Notes, second.Notes, third.NotesHtml), Is.EqualTo(("Begun.", (string?)null, "<p>Better.</p>")));
    }

    [Test]
    public void What_comes_after_an_internal_comment_that_was_taken_back_is_told_by_itself_and_to_everybody()
    {
        workPackage.Note(new Comment("Between us.", "<p>Between us.</p>", isInternal: true));
        var first = Journal(7, Now)!;
        first.Unsay(Now);
        workPackage.Rename("Build a house");
        workPackage.Continue(first);

        var second = Journal(7, Now)!;

        Assert.That((first.Subject, second.Subject, second.Internal), Is.EqualTo(("Build a shed", "Build a house", false)));
    }

    [Test]
    public void A_save_that_changes_nothing_is_not_told()
    {
        workPackage.Continue(Journal(7, Now)!);

        Assert.That(Journal(8, Now.AddDays(1)), Is.Null);
        Assert.That(workPackage.JournalVersion, Is.EqualTo(1));
    }

    [Test]
    public void A_comment_says_something()
    {
        Assert.That(() => new Comment(" \n", null), Throws.TypeOf<BrokenRule>());
        Assert.That(() => Journal(7, Now)!.Rewrite(null, null, Now), Throws.TypeOf<BrokenRule>());
    }

    private WorkPackageJournal? Journal(long userId, DateTime now) => (WorkPackageJournal?)workPackage.TakeJournal(userId, now);
}

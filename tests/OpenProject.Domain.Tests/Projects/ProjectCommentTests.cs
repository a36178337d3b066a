using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Tests.Projects;

internal sealed class ProjectCommentTests
{
    private readonly Project project = Project.Create("project", "Project", DateTime.UnixEpoch);

    [Test]
    public void A_field_has_one_comment_which_is_replaced_and_taken_away()
    {
        project.Comment(1, " First ");
        project.Comment(2, "Other");
        var before = project.CustomComments;
        project.Comment(1, "Second");

        Assert.That(project.CustomComments, Is.EquivalentTo(new Dictionary<long, string> { [1] = "Second", [2] = "Other" }));
        Assert.That(before[1], Is.EqualTo("First"), "what is stored is compared with what was");
        project.Comment(1, " ");
        project.Comment(2, null);
        Assert.That(project.CustomComments, Is.Empty);
    }

    [Test]
    public void A_comment_is_not_too_long() =>
        Assert.That(() => project.Comment(7, new string('c', Project.CommentLimit + 1)), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("customComment7"));

    [TestCase(CustomizedKind.Project, true)]
    [TestCase(CustomizedKind.WorkPackage, false)]
    [TestCase(CustomizedKind.User, false)]
    public void Comments_are_for_fields_of_projects(CustomizedKind kind, bool allowed)
    {
        var field = CustomField.Create("Risk", kind, CustomFieldFormat.Int, 1, DateTime.UnixEpoch);
        Assert.That(() => field.TakeComments(true), allowed ? Throws.Nothing : Throws.TypeOf<BrokenRule>());
        Assert.That(() => field.TakeComments(false), Throws.Nothing);
    }
}

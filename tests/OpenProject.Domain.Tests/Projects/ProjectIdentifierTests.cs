using FsCheck;
using FsCheck.Fluent;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Tests.Projects;

internal sealed class ProjectIdentifierTests
{
    [TestCase("Demo project", "demo-project")]
    [TestCase("  Ärger & Füße!  ", "arger-fusse")]
    [TestCase("2024 Plan", "project-2024-plan")]
    [TestCase("New", "project-new")]
    [TestCase("日本", "project")]
    public void A_name_makes_an_identifier(string name, string identifier) =>
        Assert.That(ProjectIdentifier.FromName(name), Is.EqualTo(identifier));

    [Test]
    public void Whatever_the_name_the_identifier_may_be_one() =>
        Prop.ForAll<NonNull<string>>(name =>
        {
            var identifier = ProjectIdentifier.FromName(name.Get);
            return ProjectIdentifier.Checked(identifier) == identifier;
        }).QuickCheckThrowOnFailure();

    [TestCase("")]
    [TestCase("Demo")]
    [TestCase("1demo")]
    [TestCase("-demo")]
    [TestCase("de mo")]
    [TestCase("démo")]
    [TestCase("new")]
    public void Some_identifiers_cannot_be(string identifier) =>
        Assert.That(Assert.Throws<BrokenRule>(() => ProjectIdentifier.Checked(identifier))!.Member, Is.EqualTo("identifier"));

    [Test]
    public void An_identifier_has_a_limit()
    {
        Assert.That(ProjectIdentifier.FromName(new string('x', 300)), Has.Length.EqualTo(ProjectIdentifier.Limit));
        Assert.Throws<BrokenRule>(() => ProjectIdentifier.Checked(new string('x', ProjectIdentifier.Limit + 1)));
    }
}

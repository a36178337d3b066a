using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Tests.Projects;

internal sealed class ProjectTests
{
    private readonly Project project = Project.Create("demo", "Demo", DateTime.UnixEpoch);

    [Test]
    public void A_new_one_is_active_private_and_has_the_default_modules()
    {
        Assert.That((project.Active, project.Public, project.Kind), Is.EqualTo((true, false, ProjectKind.Project)));
        Assert.That(project.Modules.Select(module => module.Name), Is.EquivalentTo(ProjectModules.Defaults));
    }

    [Test]
    public void Modules_that_stay_keep_their_rows_and_unknown_ones_are_refused()
    {
        var wiki = project.Modules.Single(module => module.Name == "wiki");

        project.EnableModules(["wiki", "meetings"]);

        Assert.That(project.Modules.Select(module => module.Name), Is.EquivalentTo(new[] { "wiki", "meetings" }));
        Assert.That(project.Modules, Has.Member(wiki));
        Assert.Throws<BrokenRule>(() => project.EnableModules(["teleport"]));
    }

    [Test]
    public void A_portfolio_has_nothing_above_it() =>
        Assert.That(
            Assert.Throws<BrokenRule>(() => Project.Create("all", "All", DateTime.UnixEpoch, ProjectKind.Portfolio).MoveBelow(1))!.Member,
            Is.EqualTo("parent"));

    [Test]
    public void Types_are_replaced_as_a_whole()
    {
        project.OfferTypes([1, 2, 2]);
        var kept = project.Types.Single(type => type.TypeId == 2);
        project.OfferTypes([2, 3]);

        Assert.That(project.Types.Select(type => type.TypeId), Is.EquivalentTo(new long[] { 2, 3 }));
        Assert.That(project.Types, Has.Member(kept));
    }
}

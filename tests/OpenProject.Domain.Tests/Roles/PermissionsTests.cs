using FsCheck;
using FsCheck.Fluent;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;

namespace OpenProject.Domain.Tests.Roles;

internal sealed class PermissionsTests
{
    [Test]
    public void A_set_has_a_bit_for_each_permission() => Assert.That(Permissions.All, Has.Count.LessThanOrEqualTo(128));

    [Test]
    public void Names_are_found_again_and_unique()
    {
        Assert.That(Permissions.All.Select(permission => permission.Name), Is.Unique);
        Assert.That(Permissions.All, Has.All.Matches<Permission>(permission => Permissions.Find(permission.Name) == permission));
        Assert.That(Permissions.Find("fly"), Is.Null);
    }

    [Test]
    public void Every_module_of_a_permission_can_be_enabled() =>
        Assert.That(Permissions.All.Select(permission => permission.Module).OfType<string>().Distinct(), Is.SubsetOf(ProjectModules.All));

    [Test]
    public void Each_can_be_held_together_with_what_it_needs() =>
        Assert.That(
            Permissions.All.Where(permission => permission.Requires.Any(needed => needed.IsGlobal != permission.IsGlobal || needed.Audience > permission.Audience)),
            Is.Empty);

    [Test]
    public void Administrators_are_not_assignees() =>
        Assert.That(
            Permissions.All.Where(permission => !Permissions.AdminOnes.Contains(permission)).Select(permission => permission.Name),
            Is.EquivalentTo(new[] { "work_package_assigned", "view_project_query", "edit_project_query" }));

    [Test]
    public void What_counts_depends_on_the_modules()
    {
        var set = Permissions.CountingWith(["costs", "unheard_of"]);

        Assert.That(set.Contains(Permissions.LogTime), Is.True);
        Assert.That(set.Contains(Permissions.EditProject), Is.True);
        Assert.That(set.Contains(Permissions.ViewWorkPackages), Is.False);
        Assert.That(set.Contains(Permissions.AddProject), Is.False, "global ones count outside of projects");
    }

    [Test]
    public void Sets_are_sets() =>
        Prop.ForAll(Some, Some, (left, right) =>
        {
            var (a, b) = (PermissionSet.Of(left), PermissionSet.Of(right));
            return Permissions.All.All(permission =>
                    a.Union(b).Contains(permission) == (left.Contains(permission) || right.Contains(permission))
                    && a.Intersect(b).Contains(permission) == (left.Contains(permission) && right.Contains(permission)))
                && a.Overlaps(b) == left.Intersect(right).Any();
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<List<Permission>> Some { get; } =
        Gen.ListOf(Gen.Elements(Permissions.All.ToArray())).Select(some => some.ToList()).ToArbitrary();
}

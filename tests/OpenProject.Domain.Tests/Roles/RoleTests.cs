using OpenProject.Domain.Common;
using OpenProject.Domain.Roles;

namespace OpenProject.Domain.Tests.Roles;

internal sealed class RoleTests
{
    private static readonly Permission[] Reading = [Permissions.ViewWorkPackages, Permissions.ViewTimeEntries];

    [Test]
    public void Permissions_are_replaced_and_public_ones_need_no_row()
    {
        var role = Role.Create("Reader", RoleKind.Project, 1, DateTime.UnixEpoch);
        role.SetPermissions([.. Reading, Permissions.ViewNews]);
        role.SetPermissions([Permissions.ViewWorkPackages]);

        Assert.That(role.Permissions.Select(held => held.Permission), Is.EqualTo(new[] { "view_work_packages" }));
        Assert.That(role.Grants(Permissions.ViewNews), Is.True);
        Assert.That(role.Grants(Permissions.ViewTimeEntries), Is.False);
    }

    [Test]
    public void What_needs_another_permission_is_not_granted_without_it() =>
        Assert.That(
            Assert.Throws<BrokenRule>(() => Role.Create("Odd", RoleKind.Project, 1, DateTime.UnixEpoch).SetPermissions([Permissions.AddWorkPackages]))!.Message,
            Does.Contain("view_work_packages"));

    [TestCase(RoleKind.Project, RoleBuiltin.Anonymous, "save_queries", false)]
    [TestCase(RoleKind.Project, RoleBuiltin.Anonymous, "edit_project", false)]
    [TestCase(RoleKind.Project, RoleBuiltin.Anonymous, "view_members", true)]
    [TestCase(RoleKind.Project, RoleBuiltin.NonMember, "manage_documents", true)]
    [TestCase(RoleKind.Project, RoleBuiltin.NonMember, "edit_project", false)]
    [TestCase(RoleKind.Project, RoleBuiltin.None, "edit_project", true)]
    [TestCase(RoleKind.Project, RoleBuiltin.None, "add_project", false)]
    [TestCase(RoleKind.Global, RoleBuiltin.None, "add_project", true)]
    [TestCase(RoleKind.Global, RoleBuiltin.None, "edit_project", false)]
    public void Who_may_hold_what_depends_on_the_kind(RoleKind kind, RoleBuiltin builtin, string name, bool allowed)
    {
        var role = Role.Create("Some", kind, 1, DateTime.UnixEpoch, builtin);
        var permission = Permissions.Find(name)!;
        Action grant = () => role.SetPermissions([permission, .. permission.Requires]);

        if (allowed)
            Assert.DoesNotThrow(grant);
        else
            Assert.Throws<BrokenRule>(grant);
    }
}

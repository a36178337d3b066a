using OpenProject.Domain.Common;
using OpenProject.Domain.Memberships;

namespace OpenProject.Domain.Tests.Memberships;

internal sealed class MembershipTests
{
    [Test]
    public void A_membership_without_role_is_none() =>
        Assert.That(
            Assert.Throws<BrokenRule>(() => Membership.Create(1, 2, [], DateTime.UnixEpoch))!.Message,
            Is.EqualTo("Roles need to be assigned."));

    [Test]
    public void Roles_that_stay_keep_their_rows()
    {
        var membership = Membership.Create(1, 2, [3, 4], DateTime.UnixEpoch);
        var kept = membership.Roles.Single(role => role.RoleId == 4);

        membership.SetRoles([4, 5, 5]);

        Assert.That(membership.Roles.Select(role => role.RoleId), Is.EquivalentTo(new long[] { 4, 5 }));
        Assert.That(membership.Roles, Has.Member(kept));
    }
}

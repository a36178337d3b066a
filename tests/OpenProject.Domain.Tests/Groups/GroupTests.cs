using OpenProject.Domain.Groups;

namespace OpenProject.Domain.Tests.Groups;

internal sealed class GroupTests
{
    [Test]
    public void Who_stays_a_member_keeps_the_place()
    {
        var group = Group.Create("Team", DateTime.UnixEpoch);
        group.SetMembers([1, 2, 2]);
        var stays = group.Members.Single(member => member.UserId == 2);

        group.SetMembers([3, 2]);

        Assert.That(group.Members.Select(member => member.UserId), Is.EquivalentTo(new long[] { 2, 3 }));
        Assert.That(group.Members, Has.Member(stays));
    }
}

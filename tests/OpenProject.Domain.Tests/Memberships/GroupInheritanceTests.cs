using OpenProject.Domain.Memberships;

namespace OpenProject.Domain.Tests.Memberships;

internal sealed class GroupInheritanceTests
{
    private const long GroupId = 100;
    private const long Ada = 1;
    private const long Bob = 2;
    private const long ProjectId = 10;
    private const long Member = 20;
    private const long Reader = 21;

    private static readonly DateTime Now = new(2024, 5, 6, 8, 0, 0, DateTimeKind.Utc);

    private readonly Membership group = Membership.Create(GroupId, ProjectId, [Member, Reader], Now);

    [Test]
    public void Users_of_a_group_get_its_roles_as_inherited_ones()
    {
        var added = Apply(group, [Ada, Bob], []).Added;

        Assert.That(added.Select(membership => (membership.PrincipalId, membership.ProjectId)), Is.EquivalentTo(new[] { (Ada, (long?)ProjectId), (Bob, ProjectId) }));
        Assert.That(added.SelectMany(membership => membership.Roles), Has.All.Matches<MembershipRole>(role => role.IsInherited));
        Assert.That(added[0].Roles.Select(role => role.RoleId), Is.EquivalentTo(new[] { Member, Reader }));
    }

    [Test]
    public void Applying_twice_changes_nothing()
    {
        var once = Apply(group, [Ada], []).Added;
        var roles = once[0].Roles.ToList();

        var twice = Apply(group, [Ada], once);

        Assert.That((twice.Added, twice.Emptied), Is.EqualTo((Array.Empty<Membership>(), Array.Empty<Membership>())));
        Assert.That(once[0].Roles, Is.EqualTo(roles));
    }

    [Test]
    public void A_role_the_group_loses_is_lost_by_its_users()
    {
        var held = Apply(group, [Ada], []).Added;
        var before = group.Roles.ToList();
        group.SetRoles([Reader]);

        Apply(group, [Ada], held, before);

        Assert.That(held[0].Roles.Select(role => role.RoleId), Is.EqualTo(new[] { Reader }));
    }

    [Test]
    public void Who_leaves_the_group_keeps_only_what_was_given_directly()
    {
        var bob = Membership.Create(Bob, ProjectId, [Reader], Now);
        var ada = Apply(group, [Ada, Bob], [bob]).Added.Single();
        Assert.That(bob.Roles.Count, Is.EqualTo(3));

        var result = Apply(group, [], [ada, bob]);

        Assert.That(result.Emptied, Is.EqualTo(new[] { ada }));
        Assert.That(bob.Roles.Single(), Has.Property(nameof(MembershipRole.IsInherited)).False);
    }

    [Test]
    public void Two_groups_that_give_the_same_role_are_two_sources()
    {
        var other = Membership.Create(GroupId + 1, ProjectId, [Reader], Now);
        var ada = Apply(group, [Ada], []).Added.Single();
        Apply(other, [Ada], [ada]);

        Apply(group: null, [Ada], [ada], [.. group.Roles]);

        Assert.That(ada.Roles.Single().RoleId, Is.EqualTo(Reader));
        Assert.That(ada.Roles.Single().InheritedFrom, Is.SameAs(other.Roles.Single()));
    }

    private static Inheritance Apply(Membership? group, long[] users, IReadOnlyCollection<Membership> held, List<MembershipRole>? sources = null) =>
        GroupInheritance.Apply(group, sources ?? [.. group!.Roles], users, held, ProjectId, Now);
}

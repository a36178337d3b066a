using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Groups;
using OpenProject.Infrastructure.Memberships;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.Groups;

/// <summary>
/// What users have through groups, by the statements that give and take it. The group is Worker and Reader in the first
/// project, and holds a global role; ada and bob are users.
/// </summary>
[OnEachDatabase]
internal sealed class GroupMembersTests(DatabaseProvider provider)
{
    private MigratedDatabase database = null!;
    private (Role Worker, Role Reader, Role Staff) roles;
    private (User Ada, User Bob) users;
    private (Project First, Project Second) projects;
    private Group group = null!;
    private Membership membership = null!;

    [SetUp]
    public async Task SetUp()
    {
        database = new MigratedDatabase(provider);
        var now = database.Now;
        roles = (Role.Create("Worker", RoleKind.Project, 1, now), Role.Create("Reader", RoleKind.Project, 2, now), Role.Create("Staff", RoleKind.Global, 3, now));
        users = (Person("ada"), Person("bob"));
        projects = (Project.Create("first", "First", now), Project.Create("second", "Second", now));
        group = Group.Create("Team", now);
        await database.StoreAsync(roles.Worker, roles.Reader, roles.Staff, users.Ada, users.Bob, projects.First, projects.Second, group);
        membership = Membership.Create(group.Id, projects.First.Id, [roles.Worker.Id, roles.Reader.Id], now);
        await database.StoreAsync(membership, Membership.Create(group.Id, null, [roles.Staff.Id], now));
    }

    [TearDown]
    public void TearDown() => database.Dispose();

    [Test]
    public async Task Who_joins_has_what_the_group_has_beside_his_own()
    {
        await database.StoreAsync(Membership.Create(users.Bob.Id, projects.First.Id, [roles.Reader.Id], database.Now));
        database.Clock.Advance(TimeSpan.FromHours(1));

        await InGroupsAsync((members, _) => members.AddAsync(group.Id, [users.Ada.Id, users.Bob.Id, 4711], default));

        Assert.That(await RolesOfAsync(users.Ada), Is.EquivalentTo(new[] { "- Staff inherited", "first Reader inherited", "first Worker inherited" }));
        Assert.That(await RolesOfAsync(users.Bob), Is.EquivalentTo(new[] { "- Staff inherited", "first Reader", "first Reader inherited", "first Worker inherited" }));
        await using var context = database.Open();
        Assert.That(await context.Set<Membership>().Where(m => m.PrincipalId == users.Bob.Id).Select(m => m.UpdatedAt).Distinct().ToListAsync(), Is.EqualTo(new[] { database.Now }));
        Assert.That((await context.Set<Group>().SingleAsync()).UpdatedAt, Is.EqualTo(database.Now));
    }

    [Test]
    public async Task Joining_again_changes_nothing()
    {
        await InGroupsAsync((members, _) => members.AddAsync(group.Id, [users.Ada.Id], default));
        var before = await RowsAsync();

        await InGroupsAsync((members, inherited) => members.AddAsync(group.Id, [users.Ada.Id], default));
        await InGroupsAsync((_, inherited) => inherited.GiveAsync(membership.Id, default));

        Assert.That(await RowsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Who_leaves_keeps_what_is_his_own_or_comes_from_another_group()
    {
        var other = Group.Create("Other", database.Now);
        await database.StoreAsync(other);
        await database.StoreAsync(Membership.Create(other.Id, projects.First.Id, [roles.Reader.Id], database.Now), Membership.Create(users.Bob.Id, projects.First.Id, [roles.Worker.Id], database.Now));
        await InGroupsAsync((members, _) => members.AddAsync(group.Id, [users.Ada.Id, users.Bob.Id], default));
        await InGroupsAsync((members, _) => members.AddAsync(other.Id, [users.Ada.Id], default));

        await InGroupsAsync((members, _) => members.SetAsync(group.Id, [], default));

        Assert.That(await RolesOfAsync(users.Ada), Is.EqualTo(new[] { "first Reader inherited" }));
        Assert.That(await RolesOfAsync(users.Bob), Is.EqualTo(new[] { "first Worker" }));
        await using var context = database.Open();
        Assert.That(await context.Set<GroupMember>().Select(m => m.GroupId).ToListAsync(), Is.EqualTo(new[] { other.Id }));
    }

    [Test]
    public async Task Exactly_those_who_are_named_are_members()
    {
        await InGroupsAsync((members, _) => members.SetAsync(group.Id, [users.Ada.Id], default));
        await InGroupsAsync((members, _) => members.SetAsync(group.Id, [users.Bob.Id], default));

        Assert.That(await RolesOfAsync(users.Ada), Is.Empty);
        Assert.That(await RolesOfAsync(users.Bob), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task What_the_membership_of_the_group_loses_its_users_lose()
    {
        await InGroupsAsync((members, _) => members.AddAsync(group.Id, [users.Ada.Id], default));
        var kept = membership.Roles.Single(r => r.RoleId == roles.Reader.Id).Id;

        await InGroupsAsync((_, inherited) => inherited.TakeAsync(membership.Id, [kept], default));
        Assert.That(await RolesOfAsync(users.Ada), Is.EquivalentTo(new[] { "- Staff inherited", "first Reader inherited" }));

        await InGroupsAsync((_, inherited) => inherited.TakeAsync(membership.Id, [], default));
        Assert.That(await RolesOfAsync(users.Ada), Is.EqualTo(new[] { "- Staff inherited" }));
    }

    [Test]
    public async Task A_new_membership_of_the_group_is_one_of_all_its_users()
    {
        await InGroupsAsync((members, _) => members.AddAsync(group.Id, [users.Ada.Id, users.Bob.Id], default));
        var later = Membership.Create(group.Id, projects.Second.Id, [roles.Reader.Id], database.Now);
        await database.StoreAsync(later);

        await InGroupsAsync((_, inherited) => inherited.GiveAsync(later.Id, default));

        foreach (var user in new[] { users.Ada, users.Bob })
            Assert.That(await RolesOfAsync(user), Has.Member("second Reader inherited"));
    }

    [Test]
    public async Task One_more_costs_the_same_whether_the_group_is_small_or_big()
    {
        var many = Enumerable.Range(100, 300).Select(number => Person($"user{number}")).ToArray();
        await database.StoreAsync([.. many]);
        var small = await SentAsync(members => members.AddAsync(group.Id, [users.Ada.Id], default));
        await InGroupsAsync((members, _) => members.AddAsync(group.Id, [.. many.Select(u => u.Id)], default));

        var big = await SentAsync(members => members.AddAsync(group.Id, [users.Bob.Id], default));
        var everybody = many.Select(u => u.Id).Append(users.Ada.Id).ToList();
        await InGroupsAsync((members, _) => members.RemoveAsync(group.Id, [users.Bob.Id], default));
        var replaced = await SentAsync(members => members.SetAsync(group.Id, [.. everybody, users.Bob.Id], default));

        Assert.That(big, Is.EqualTo(small));
        Assert.That(replaced, Has.Count.EqualTo(small.Count + 1), "it asks who is in the group");
        Assert.That(replaced.Except(small).Count(), Is.EqualTo(1));
        Assert.That(await RolesOfAsync(users.Bob), Has.Count.EqualTo(3));
    }

    private User Person(string login) => User.Create(login, login, "Test", login + "@example.net", database.Now);

    private async Task InGroupsAsync(Func<GroupMembers, InheritedRoles, Task> work)
    {
        await using var context = database.Open();
        var inherited = new InheritedRoles(context, database.Clock);
        await database.UnitOfWork(context, users.Ada.Id).InTransactionAsync(_ => work(new GroupMembers(context, inherited), inherited), default);
    }

    // Texts and parameters, as far as they have a length.
    private async Task<List<string>> SentAsync(Func<GroupMembers, Task> work)
    {
        var counter = new StatementCounter();
        await using var context = database.Open(counter);
        var members = new GroupMembers(context, new InheritedRoles(context, database.Clock));
        await database.UnitOfWork(context, users.Ada.Id).InTransactionAsync(_ => work(members), default);
        return [.. counter.Statements.Zip(counter.ParameterLengths, (text, length) => $"{length} {text}")];
    }

    private async Task<List<string>> RolesOfAsync(User user)
    {
        await using var context = database.Open();
        return await context.Set<Membership>().Where(m => m.PrincipalId == user.Id).SelectMany(
            m => m.Roles, (m, r) => $"{m.Project!.Identifier ?? "-"} {r.Role.Name}{(r.InheritedFromId == null ? "" : " inherited")}").ToListAsync();
    }

    private async Task<string> RowsAsync()
    {
        await using var context = database.Open();
        var memberships = await context.Set<Membership>().OrderBy(m => m.Id).ToListAsync();
        return string.Join('\n', memberships.Select(m => $"{m.Id} {m.PrincipalId} {m.UpdatedAt:O} {string.Join(',', m.Roles.Select(r => r.Id).Order())}"));
    }
}

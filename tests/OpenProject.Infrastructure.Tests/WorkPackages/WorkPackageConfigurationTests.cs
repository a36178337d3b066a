using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.WorkPackages;

[OnEachDatabase]
internal sealed class WorkPackageConfigurationTests(DatabaseProvider provider)
{
    private Landscape landscape = null!;

    [SetUp]
    public async Task SetUp() => landscape = await Landscape.CreateAsync(provider);

    [TearDown]
    public void TearDown() => landscape.Dispose();

    [Test]
    public async Task A_new_work_package_is_saved_with_its_first_journal()
    {
        var id = await landscape.AddWorkPackageAsync("first");

        await using var context = landscape.Database.Open();
        var journal = await context.Set<WorkPackageJournal>().SingleAsync();
        Assert.That((journal.WorkPackageId, journal.Version, journal.Subject, journal.UserId), Is.EqualTo((id, 1, "first", landscape.User.Id)));
        Assert.That(journal.CreatedAt, Is.EqualTo(landscape.Database.Now));
    }

    [Test]
    public async Task A_change_counts_the_lock_version_and_keeps_the_state_before()
    {
        var id = await landscape.AddWorkPackageAsync("first");
        landscape.Database.Clock.Advance(TimeSpan.FromHours(1));

        await using var context = landscape.Database.Open();
        var workPackage = (await new EfAggregates<WorkPackage>(context).FindAsync(id, default))!;
        workPackage.Rename("second");
        await landscape.Database.UnitOfWork(context, landscape.User.Id).SaveAsync(default);

        await using var after = landscape.Database.Open();
        var stored = await after.Set<WorkPackage>().SingleAsync();
        Assert.That((stored.Subject, stored.LockVersion, stored.JournalVersion), Is.EqualTo(("second", 1, 2)));
        Assert.That(stored.UpdatedAt, Is.EqualTo(landscape.Database.Now));
        Assert.That(await after.Set<WorkPackageJournal>().OrderBy(j => j.Version).Select(j => j.Subject).ToListAsync(), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public async Task A_writer_who_saw_an_older_state_is_refused()
    {
        var id = await landscape.AddWorkPackageAsync("first");
        await using var early = landscape.Database.Open();
        await using var late = landscape.Database.Open();
        (await new EfAggregates<WorkPackage>(early).FindAsync(id, default))!.Rename("early");
        (await new EfAggregates<WorkPackage>(late).FindAsync(id, default))!.Rename("late");
        await landscape.Database.UnitOfWork(early, landscape.User.Id).SaveAsync(default);

        var refused = Assert.ThrowsAsync<ProblemException>(() => landscape.Database.UnitOfWork(late, landscape.User.Id).SaveAsync(default))!;

        Assert.That(refused.Problem, Is.InstanceOf<Problem.Conflict>());
    }

    [Test]
    public async Task Aggregates_come_whole_and_principals_as_what_they_are()
    {
        var now = landscape.Database.Now;
        var group = Group.Create("Team", now);
        var role = Role.Create("Worker", RoleKind.Project, 1, now);
        role.SetPermissions([Permissions.AddWorkPackages, Permissions.ViewWorkPackages]);
        await landscape.Database.StoreAsync(group, role, AnonymousUser.Builtin(now), SystemUser.Builtin(now), DeletedUser.Builtin(now));
        await landscape.Database.StoreAsync(Membership.Create(group.Id, landscape.Project.Id, [role.Id], now));

        await using var context = landscape.Database.Open();
        Assert.That((await context.Set<Principal>().ToListAsync()).Select(p => p.GetType()), Is.EquivalentTo(new[] { typeof(User), typeof(Group), typeof(AnonymousUser), typeof(SystemUser), typeof(DeletedUser) }));
        Assert.That((await context.Set<Membership>().SingleAsync()).Roles.Single().RoleId, Is.EqualTo(role.Id));
        Assert.That((await context.Set<Role>().SingleAsync()).Permissions, Has.Count.EqualTo(2));
        var project = await context.Set<Project>().SingleAsync();
        Assert.That((project.Modules.Count, project.Types.Count), Is.EqualTo((ProjectModules.Defaults.Count, 1)));
    }

    [Test]
    public async Task Kinds_of_users_are_told_apart_within_users()
    {
        await landscape.Database.StoreAsync(AnonymousUser.Builtin(landscape.Database.Now));

        await using var context = landscape.Database.Open();
        Assert.That(await context.Set<User>().CountAsync(u => u.Kind == PrincipalKind.User), Is.EqualTo(1));
        Assert.That(await context.Set<User>().CountAsync(u => PrincipalKind.Anonymous == u.Kind), Is.EqualTo(1));
        Assert.That(await context.Set<User>().CountAsync(u => u.Kind != PrincipalKind.User), Is.EqualTo(1));
    }

    [Test]
    public async Task A_login_is_taken_whatever_its_case()
    {
        await using var context = landscape.Database.Open();
        context.Add(User.Create("ADA", "Augusta", "King", "king@example.net", landscape.Database.Now));

        var refused = Assert.ThrowsAsync<ProblemException>(() => landscape.Database.UnitOfWork(context, landscape.User.Id).SaveAsync(default))!;

        Assert.That(((Problem.Invalid)refused.Problem).Errors.Single().Attribute, Is.EqualTo("login"));
    }

    [Test]
    public async Task Any_number_of_values_is_one_parameter()
    {
        await landscape.AddWorkPackageAsync("one");
        await using var context = landscape.Database.Open();
        var ids = Enumerable.Range(1, 100_000).Select(id => (long)id).ToList();

        var query = context.Set<WorkPackage>().Where(w => ids.Contains(w.Id));

        Assert.That(query.ToQueryString(), Does.Contain(provider == DatabaseProvider.SqlServer ? "OPENJSON" : "json_each"));
        Assert.That(await query.CountAsync(), Is.EqualTo(1));
    }
}

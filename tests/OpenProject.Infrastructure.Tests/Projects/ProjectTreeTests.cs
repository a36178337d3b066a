using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Groups;
using OpenProject.Infrastructure.Memberships;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Projects;
using OpenProject.Infrastructure.Tests.WorkPackages;
using OpenProject.Infrastructure.WorkPackages;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.Projects;

[OnEachDatabase]
internal sealed class ProjectTreeTests(DatabaseProvider provider)
{
    private Landscape landscape = null!;

    [SetUp]
    public async Task SetUp()
    {
        landscape = await Landscape.CreateAsync(provider);
        await WithTreesAsync((projects, _) => projects.PlantAsync(landscape.Project.Id, null, default));
    }

    [TearDown]
    public void TearDown() => landscape.Dispose();

    [Test]
    public async Task A_branch_moves_with_all_below_it()
    {
        var branch = await PlantAsync("branch", landscape.Project.Id);
        var leaf = await PlantAsync("leaf", branch.Id);
        var other = await PlantAsync("other", null);

        await WithTreesAsync((projects, _) => projects.MoveAsync(branch.Id, other.Id, default));

        await using var context = landscape.Database.Open();
        var above = await context.Set<ProjectHierarchy>().Where(p => p.DescendantId == leaf.Id).OrderBy(p => p.Depth).Select(p => p.AncestorId).ToListAsync();
        Assert.That(above, Is.EqualTo(new[] { leaf.Id, branch.Id, other.Id }));
        Assert.That(
            () => WithTreesAsync((projects, _) => projects.MoveAsync(other.Id, leaf.Id, default)),
            Throws.TypeOf<ProblemException>().With.Property(nameof(ProblemException.Problem)).TypeOf<Problem.Conflict>());
    }

    [Test]
    public async Task A_felled_project_leaves_no_trace_and_nothing_else_is_touched()
    {
        var felled = await PlantAsync("felled", landscape.Project.Id);
        var below = await PlantAsync("below", felled.Id);
        var survivor = await FillAsync(felled, below);

        await WithTreesAsync((projects, _) => projects.FellAsync(felled.Id, default));

        await using var context = landscape.Database.Open();
        Assert.That(await context.Set<Project>().Select(p => p.Identifier).ToListAsync(), Is.EqualTo(new[] { "demo" }));
        Assert.That(await context.Set<ProjectHierarchy>().CountAsync(), Is.EqualTo(1));
        Assert.That(await context.Set<ProjectModule>().Select(m => m.ProjectId).Distinct().ToListAsync(), Is.EqualTo(new[] { landscape.Project.Id }));
        Assert.That(await context.Set<ProjectVersion>().AnyAsync(), Is.False);
        Assert.That(await context.Set<Category>().AnyAsync(), Is.False);
        Assert.That(await context.Set<Favorite>().AnyAsync(), Is.False);
        Assert.That(await context.Set<Membership>().Select(m => m.ProjectId).ToListAsync(), Is.EqualTo(new[] { (long?)landscape.Project.Id }));
        Assert.That(await context.Set<MembershipRole>().CountAsync(), Is.EqualTo(1));
        var left = await context.Set<WorkPackage>().SingleAsync();
        Assert.That((left.Id, left.VersionId, left.DerivedEstimatedMinutes), Is.EqualTo((survivor, (long?)null, (int?)null)));
        Assert.That(await context.Set<WorkPackageHierarchy>().CountAsync(), Is.EqualTo(1));
        Assert.That(await context.Set<WorkPackageJournal>().CountAsync(), Is.EqualTo(1));
    }

    // Something of every kind in both projects; outside, a work package above theirs and one below. Answers the one above.
    private async Task<long> FillAsync(Project felled, Project below)
    {
        var now = landscape.Database.Now;
        var role = Role.Create("Worker", RoleKind.Project, 1, now);
        var group = Group.Create("Team", now);
        var version = ProjectVersion.Create(felled.Id, "1.0", now);
        await landscape.Database.StoreAsync(
            role, group, version, Category.Create(below.Id, "Paint"), new Favorite(landscape.User.Id, felled.Id, now), new Favorite(landscape.User.Id, below.Id, now));
        var given = Membership.Create(group.Id, felled.Id, [role.Id], now);
        await landscape.Database.StoreAsync(given, Membership.Create(landscape.User.Id, landscape.Project.Id, [role.Id], now));
        await using (var context = landscape.Database.Open())
            await new GroupMembers(context, new InheritedRoles(context, landscape.Database.Clock)).AddAsync(group.Id, [landscape.User.Id], default);

        var top = await PlantWorkPackageAsync(landscape.Project, null, w => w.PlanFor(version.Id));
        var inside = await PlantWorkPackageAsync(felled, top, w => w.Estimate(90));
        await PlantWorkPackageAsync(landscape.Project, inside);
        await PlantWorkPackageAsync(below, null);
        await WithTreesAsync((_, workPackages) => workPackages.DeriveUpwardsAsync([inside], default));
        return top;
    }

    private async Task<Project> PlantAsync(string identifier, long? parentId)
    {
        var project = await landscape.AddProjectAsync(identifier, parentId);
        await WithTreesAsync((projects, _) => projects.PlantAsync(project.Id, parentId, default));
        return project;
    }

    private async Task<long> PlantWorkPackageAsync(Project project, long? parentId, Action<WorkPackage>? prepare = null)
    {
        var id = await landscape.AddWorkPackageAsync("work", workPackage =>
        {
            workPackage.MoveToProject(project.Id);
            workPackage.MoveBelow(parentId);
            prepare?.Invoke(workPackage);
        });
        await WithTreesAsync((_, workPackages) => workPackages.PlantAsync(id, parentId, default));
        return id;
    }

    private async Task WithTreesAsync(Func<ProjectTree, WorkPackageTree, Task> work)
    {
        await using var context = landscape.Database.Open();
        var workPackages = new WorkPackageTree(context);
        await landscape.Database.UnitOfWork(context, landscape.User.Id)
            .InTransactionAsync(_ => work(new ProjectTree(context, workPackages, new CustomReferences(context)), workPackages), default);
    }
}

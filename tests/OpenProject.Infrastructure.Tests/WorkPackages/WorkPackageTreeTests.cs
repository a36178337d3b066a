using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.WorkPackages;

[OnEachDatabase]
internal sealed class WorkPackageTreeTests(DatabaseProvider provider)
{
    private Landscape landscape = null!;

    [SetUp]
    public async Task SetUp() => landscape = await Landscape.CreateAsync(provider);

    [TearDown]
    public void TearDown() => landscape.Dispose();

    [Test]
    public async Task What_grows_moves_and_falls_at_random_is_what_a_plain_forest_says([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var forest = new Forest();
        for (var step = 0; step < 80; step++)
        {
            var ids = forest.Parents.Keys.ToList();
            var id = ids.Count == 0 ? 0 : ids[random.Next(ids.Count)];
            var parent = ids.Count == 0 || random.Next(4) == 0 ? (long?)null : ids[random.Next(ids.Count)];
            switch (ids.Count == 0 ? 0 : random.Next(20))
            {
                case < 10:
                    forest.Parents.Add(await PlantAsync(parent), parent);
                    break;
                case < 19 when parent is null || !forest.IsBelow(parent.Value, id):
                    await MoveAsync(id, parent);
                    forest.Parents[id] = parent;
                    break;
                case 19:
                    await WithTreeAsync(tree => tree.FellAsync(id, default));
                    forest.Fell(id);
                    break;
            }
        }

        Assert.That(forest.Pairs().Max(pair => pair.Depth), Is.GreaterThan(2));
        await using var context = landscape.Database.Open();
        var pairs = await context.Set<WorkPackageHierarchy>().Select(p => ValueTuple.Create(p.AncestorId, p.DescendantId, p.Depth)).ToListAsync();
        Assert.That(pairs, Is.EquivalentTo(forest.Pairs()));
        Assert.That(await context.Set<WorkPackage>().Select(w => w.Id).ToListAsync(), Is.EquivalentTo(forest.Parents.Keys));
        Assert.That(await context.Set<WorkPackageJournal>().Select(j => j.WorkPackageId).Distinct().ToListAsync(), Is.EquivalentTo(forest.Parents.Keys));
    }

    [Test]
    public async Task Ancestors_derive_what_the_domain_says([Values(1, 2, 3, 4)] int seed)
    {
        var random = new Random(seed);
        var forest = new Forest();
        for (var number = 0; number < 25; number++)
        {
            var parent = number == 0 ? (long?)null : forest.Parents.Keys.ElementAt(random.Next(number));
            forest.Parents.Add(await PlantAsync(parent, w => FillIn(w, random)), parent);
        }

        foreach (var leaf in forest.Parents.Keys.Where(id => !forest.Parents.ContainsValue(id)))
            await WithTreeAsync(tree => tree.DeriveUpwardsAsync([leaf], default));

        await using var context = landscape.Database.Open();
        var stored = await context.Set<WorkPackage>().Include(w => w.Status).ToDictionaryAsync(w => w.Id);
        foreach (var workPackage in stored.Values)
        {
            var below = forest.Below(workPackage.Id).Where(id => id != workPackage.Id).Select(id => Contribution(stored[id])).ToList();
            Assert.That(Derived(workPackage), Is.EqualTo(DerivedValues.Of(Contribution(workPackage), below)));
        }
    }

    [Test]
    public async Task One_that_loses_its_last_child_derives_nothing()
    {
        var parent = await PlantAsync(null, w => w.Estimate(60));
        var child = await PlantAsync(parent, w => w.Estimate(30));
        await WithTreeAsync(tree => tree.DeriveUpwardsAsync([child], default));
        await using var context = landscape.Database.Open();
        Assert.That((await context.Set<WorkPackage>().SingleAsync(w => w.Id == parent)).DerivedEstimatedMinutes, Is.EqualTo(90));

        await MoveAsync(child, null);
        await WithTreeAsync(tree => tree.DeriveUpwardsAsync([parent], default));

        Assert.That(Derived(await context.Set<WorkPackage>().SingleAsync(w => w.Id == parent)), Is.EqualTo(DerivedValues.None));
    }

    [Test]
    public async Task Deriving_leaves_the_lock_version_alone()
    {
        var parent = await PlantAsync(null);
        var child = await PlantAsync(parent, w => w.Estimate(30));

        await WithTreeAsync(tree => tree.DeriveUpwardsAsync([child], default));

        await using var context = landscape.Database.Open();
        var stored = await context.Set<WorkPackage>().SingleAsync(w => w.Id == parent);
        Assert.That((stored.DerivedEstimatedMinutes, stored.LockVersion), Is.EqualTo((30, 0)));
    }

    [Test]
    public async Task Nothing_moves_below_what_is_below_it()
    {
        var top = await PlantAsync(null);
        var middle = await PlantAsync(top);
        var bottom = await PlantAsync(middle);

        var refused = Assert.ThrowsAsync<ProblemException>(() => WithTreeAsync(tree => tree.MoveAsync(top, bottom, default)))!;

        Assert.That(refused.Problem, Is.InstanceOf<Problem.Conflict>());
    }

    private async Task<long> PlantAsync(long? parent, Action<WorkPackage>? prepare = null)
    {
        var id = await landscape.AddWorkPackageAsync("tree", workPackage =>
        {
            workPackage.MoveBelow(parent);
            prepare?.Invoke(workPackage);
        });
        await WithTreeAsync(tree => tree.PlantAsync(id, parent, default));
        return id;
    }

    private async Task MoveAsync(long id, long? parent)
    {
        await using var context = landscape.Database.Open();
        await context.Set<WorkPackage>().Where(w => w.Id == id).ExecuteUpdateAsync(set => set.SetProperty(w => w.ParentId, parent));
        await WithTreeAsync(tree => tree.MoveAsync(id, parent, default));
    }

    private async Task WithTreeAsync(Func<WorkPackageTree, Task> work)
    {
        await using var context = landscape.Database.Open();
        await landscape.Database.UnitOfWork(context, landscape.User.Id).InTransactionAsync(_ => work(new WorkPackageTree(context)), default);
    }

    private void FillIn(WorkPackage workPackage, Random random)
    {
        var day = new DateOnly(2026, 3, 1);
        if (random.Next(2) == 0)
            workPackage.StartOn(day.AddDays(random.Next(100)));
        if (random.Next(2) == 0)
            workPackage.DueOn(day.AddDays(random.Next(100)));
        if (random.Next(3) > 0)
            workPackage.Estimate(random.Next(5000));
        if (random.Next(3) > 0)
            workPackage.EstimateRemaining(random.Next(5000));
        if (random.Next(4) == 0)
            workPackage.MoveTo(landscape.Rejected.Id);
    }

    private static Contribution Contribution(WorkPackage w) =>
        new(w.StartDate, w.DueDate, w.EstimatedMinutes, w.RemainingMinutes, w.Status.ExcludedFromTotals);

    private static DerivedValues Derived(WorkPackage w) =>
        new(w.DerivedStartDate, w.DerivedDueDate, w.DerivedEstimatedMinutes, w.DerivedRemainingMinutes, w.DerivedPercentageDone);
}

using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.WorkPackages;

[OnEachDatabase]
internal sealed class StatusKindsTests(DatabaseProvider provider)
{
    private Landscape landscape = null!;
    private Status closed = null!;

    [SetUp]
    public async Task SetUp()
    {
        landscape = await Landscape.CreateAsync(provider);
        closed = Status.Create("Closed", 3, null, 100, landscape.Database.Now);
        closed.Close(true);
        await landscape.Database.StoreAsync(closed);
    }

    [TearDown]
    public void TearDown() => landscape.Dispose();

    [Test]
    public async Task A_work_package_keeps_what_its_status_says_of_it()
    {
        var (open, over) = (await landscape.AddWorkPackageAsync("open"), await landscape.AddWorkPackageAsync("over", w => w.MoveTo(closed.Id)));
        Assert.That((await KindAsync(open), await KindAsync(over)), Is.EqualTo((StatusKind.Open, StatusKind.Closed)));

        await ChangeAsync(open, w => w.MoveTo(closed.Id));
        await ChangeAsync(over, w => w.MoveTo(landscape.Rejected.Id));
        Assert.That((await KindAsync(open), await KindAsync(over)), Is.EqualTo((StatusKind.Closed, StatusKind.Open)));

        await ChangeAsync(open, w => w.Rename("still over"));
        Assert.That(await KindAsync(open), Is.EqualTo(StatusKind.Closed));
    }

    [Test]
    public async Task Those_that_a_statement_gives_another_status_keep_what_that_says()
    {
        var (one, other) = (await landscape.AddWorkPackageAsync("one"), await landscape.AddWorkPackageAsync("other", w => w.MoveTo(closed.Id)));
        var actor = new CurrentActor();
        actor.ActAs(landscape.User.Id);
        await using (var context = landscape.Database.Open())
        {
            var has = new Belonging(landscape.Type.Id, IsMilestone: false, closed.Id, VersionId: null, CategoryId: null);
            await new RelocationTable(context, actor).StoreAsync(
                [new RelocatedWork(one, landscape.Project.Id, has), new RelocatedWork(other, landscape.Project.Id, has with { StatusId = landscape.Open.Id })],
                landscape.User.Id,
                landscape.Database.Now,
                default);
        }

        Assert.That((await KindAsync(one), await KindAsync(other)), Is.EqualTo((StatusKind.Closed, StatusKind.Open)));
    }

    [Test]
    public async Task As_it_was_it_has_what_its_status_of_then_says()
    {
        var id = await landscape.AddWorkPackageAsync("once open");
        var then = landscape.Database.Now;
        landscape.Database.Clock.Advance(TimeSpan.FromDays(1));
        await ChangeAsync(id, w => w.MoveTo(closed.Id));

        await using var context = landscape.Database.Open();
        Assert.That(await new WorkPackageStates(context).At(then).Select(w => w.StatusKind).SingleAsync(), Is.EqualTo(StatusKind.Open));
        Assert.That(await new WorkPackageStates(context).At(landscape.Database.Now).Select(w => w.StatusKind).SingleAsync(), Is.EqualTo(StatusKind.Closed));
    }

    private async Task ChangeAsync(long id, Action<WorkPackage> change)
    {
        await using var context = landscape.Database.Open();
        change((await new EfAggregates<WorkPackage>(context).FindAsync(id, default))!);
        await landscape.Database.UnitOfWork(context, landscape.User.Id).SaveAsync(default);
    }

    private async Task<StatusKind> KindAsync(long id)
    {
        await using var context = landscape.Database.Open();
        return await context.Set<WorkPackage>().Where(w => w.Id == id).Select(w => w.StatusKind).SingleAsync();
    }
}

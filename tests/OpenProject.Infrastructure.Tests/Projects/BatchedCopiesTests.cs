using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Categories;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Projects;
using OpenProject.Infrastructure.Tests.WorkPackages;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.Projects;

/// <summary>Copies of more rows than are in memory at a time.</summary>
[OnEachDatabase]
internal sealed class BatchedCopiesTests(DatabaseProvider provider)
{
    private Landscape landscape = null!;

    [SetUp]
    public async Task SetUp() => landscape = await Landscape.CreateAsync(provider);

    [TearDown]
    public void TearDown() => landscape.Dispose();

    [TestCase(4, 2, new[] { 2, 2 })]
    [TestCase(5, 2, new[] { 2, 2, 1 })]
    [TestCase(0, 2, new int[0])]
    public async Task No_more_rows_than_a_batch_are_read_at_a_time(int rows, int size, int[] expected)
    {
        await StoreAsync(rows);
        var read = new List<IReadOnlyList<Category>>();
        await using var context = landscape.Database.Open();
        await BatchedCopies.EachAsync(
            context.Set<Category>(),
            size,
            batch =>
            {
                read.Add(batch);
                return Task.CompletedTask;
            },
            default);

        Assert.That(read.Select(batch => batch.Count), Is.EqualTo(expected));
        Assert.That(read.SelectMany(batch => batch).Select(c => c.Id), Is.Ordered.Ascending.And.Unique);
    }

    [Test]
    public async Task Every_row_of_several_batches_is_copied_once_and_none_is_remembered()
    {
        const int Rows = (2 * BatchedCopies.Size) + 1;
        await StoreAsync(Rows);
        var (sourceId, target) = (landscape.Project.Id, await landscape.AddProjectAsync("copy"));
        await using var context = landscape.Database.Open();
        var copies = new BatchedCopies(context, landscape.Database.UnitOfWork(context, landscape.User.Id));
        var most = 0;
        var ids = await copies.CopyAllAsync(
            context.Set<Category>().Where(c => c.ProjectId == sourceId),
            category =>
            {
                most = Math.Max(most, context.ChangeTracker.Entries().Count());
                return Category.Create(target.Id, category.Name, defaultAssigneeId: null);
            },
            default);

        Assert.That((most, context.ChangeTracker.Entries().Count()), Is.EqualTo((0, 0)));
        var names = await context.Set<Category>().ToDictionaryAsync(c => c.Id, c => (c.ProjectId, c.Name));
        Assert.That(ids, Has.Count.EqualTo(Rows));
        Assert.That(ids.Select(pair => names[pair.Value]), Is.EqualTo(ids.Select(pair => (target.Id, names[pair.Key].Name))));
    }

    [Test]
    public async Task What_shall_not_be_copied_is_passed_over()
    {
        await StoreAsync(3);
        var (sourceId, target) = (landscape.Project.Id, await landscape.AddProjectAsync("copy"));
        await using var context = landscape.Database.Open();
        await new BatchedCopies(context, landscape.Database.UnitOfWork(context, landscape.User.Id)).CopyAsync(
            context.Set<Category>().Where(c => c.ProjectId == sourceId),
            category => category.Name == "Category 1" ? null : Category.Create(target.Id, category.Name, defaultAssigneeId: null),
            default);

        Assert.That(await context.Set<Category>().Where(c => c.ProjectId == target.Id).Select(c => c.Name).Order().ToListAsync(), Is.EqualTo(new[] { "Category 0", "Category 2" }));
    }

    private Task StoreAsync(int rows) =>
        landscape.Database.StoreAsync([.. Enumerable.Range(0, rows).Select(i => Category.Create(landscape.Project.Id, $"Category {i}", defaultAssigneeId: null))]);
}

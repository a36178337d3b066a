using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Tests.Persistence;

[TestFixture]
internal sealed class EfUnitOfWorkTests
{
    private SampleDatabase database = null!;

    [SetUp]
    public void Create() => database = new SampleDatabase();

    [TearDown]
    public void Delete() => database.Dispose();

    [Test]
    public async Task A_new_aggregate_starts_at_lock_version_0_and_is_journaled_under_its_new_id()
    {
        var id = await database.StoreAsync("one");

        await using var context = database.Open();
        var story = await context.Set<SampleStory>().SingleAsync();
        var journal = await context.Set<SampleStoryJournal>().SingleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(story.LockVersion, Is.Zero);
            Assert.That(journal.SampleStoryId, Is.EqualTo(id));
            Assert.That(journal.ActorId, Is.EqualTo(7));
            Assert.That(journal.CreatedAt, Is.EqualTo(database.Clock.GetUtcNow().UtcDateTime));
            Assert.That(journal.CreatedAt.Kind, Is.EqualTo(DateTimeKind.Utc));
        });
    }

    [Test]
    public async Task Each_saved_change_counts_one_and_adds_one_journal()
    {
        var id = await database.StoreAsync("one");
        await using (var context = database.Open())
        {
            var story = (await new EfAggregates<SampleStory>(context).FindAsync(id, default))!;
            story.DisplayName = "two";
            await database.UnitOfWork(context).SaveAsync(default);
            await database.UnitOfWork(context).SaveAsync(default);
        }

        await using var after = database.Open();
        Assert.That((await after.Set<SampleStory>().SingleAsync()).LockVersion, Is.EqualTo(1));
        Assert.That(await after.Set<SampleStoryJournal>().Select(j => j.DisplayName).ToListAsync(), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task A_change_of_a_part_is_a_change_of_its_aggregate()
    {
        var id = await database.StoreAsync("one");
        await using (var context = database.Open())
        {
            (await new EfAggregates<SampleStory>(context).FindAsync(id, default))!.AddPart("wheel");
            await database.UnitOfWork(context).SaveAsync(default);
        }

        await using var after = database.Open();
        var story = (await new EfAggregates<SampleStory>(after).FindManyAsync([id, 99], default)).Single();
        Assert.That(story.LockVersion, Is.EqualTo(1));
        Assert.That(story.Parts.Single().Name, Is.EqualTo("wheel"));
        Assert.That(await after.Set<SampleStoryJournal>().CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_writer_who_saw_an_older_state_gets_a_conflict()
    {
        var id = await database.StoreAsync("one");
        await using var first = database.Open();
        await using var second = database.Open();
        (await new EfAggregates<SampleStory>(first).FindAsync(id, default))!.DisplayName = "first";
        (await new EfAggregates<SampleStory>(second).FindAsync(id, default))!.DisplayName = "second";
        await database.UnitOfWork(first).SaveAsync(default);

        var refused = Assert.ThrowsAsync<ProblemException>(() => database.UnitOfWork(second).SaveAsync(default))!;

        Assert.That(refused.Problem, Is.InstanceOf<Problem.Conflict>());
        await using var after = database.Open();
        Assert.That(await after.Set<SampleStoryJournal>().Select(j => j.DisplayName).ToListAsync(), Is.EqualTo(new[] { "one", "first" }));
    }

    [Test]
    public async Task A_taken_value_is_an_invalid_attribute()
    {
        await database.StoreAsync("one");

        var refused = Assert.ThrowsAsync<ProblemException>(() => database.StoreAsync("one"))!;

        var error = ((Problem.Invalid)refused.Problem).Errors.Single();
        Assert.That((error.Attribute, error.Message), Is.EqualTo(("displayName", "Display name has already been taken.")));
    }

    [Test]
    public async Task A_journaled_change_without_an_author_is_refused()
    {
        await using var context = database.Open();
        context.Add(new SampleStory());

        Assert.ThrowsAsync<InvalidOperationException>(() => database.UnitOfWork(context, actor: null).SaveAsync(default));
    }

    [Test]
    public async Task A_transaction_stores_nothing_when_its_work_throws()
    {
        await using var context = database.Open();
        var unit = database.UnitOfWork(context);

        Assert.ThrowsAsync<TimeoutException>(() => unit.InTransactionAsync(async cancellation =>
        {
            context.Add(new SampleStory { DisplayName = "lost" });
            await unit.SaveAsync(cancellation);
            throw new TimeoutException();
        }, default));

        Assert.That(await context.Set<SampleStory>().AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_failed_save_passes_the_turn_on()
    {
        await database.StoreAsync("one");
        Assert.ThrowsAsync<ProblemException>(() => database.StoreAsync("one"));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => database.StoreAsync($"story {number}"))));

        await using var context = database.Open();
        Assert.That(await context.Set<SampleStory>().CountAsync(), Is.EqualTo(21));
    }

    [Test]
    public async Task Text_search_ignores_case_and_takes_wildcards_literally()
    {
        await database.StoreAsync("50% Done");
        await database.StoreAsync("500 done");
        await using var context = database.Open();
        var pattern = Text.Containing("0% d");

        var found = await context.Set<SampleStory>().Where(s => Text.Like(s.DisplayName, pattern)).Select(s => s.DisplayName).ToListAsync();

        Assert.That(found, Is.EqualTo(new[] { "50% Done" }));
    }
}

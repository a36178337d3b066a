using Microsoft.EntityFrameworkCore;
using OpenProject.Application.JobStatuses;
using OpenProject.Domain.JobStatuses;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.JobStatuses;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.JobStatuses;

/// <summary>Of any number of servers one has a job, and what it leaves lying another takes up.</summary>
[OnEachDatabase]
internal sealed class JobTurnsTests(DatabaseProvider provider)
{
    private static readonly JobEnd Well = new(JobState.Success, "Done.");

    private MigratedDatabase database = null!;
    private User ada = null!;

    [SetUp]
    public async Task SetUp()
    {
        database = new MigratedDatabase(provider);
        ada = User.Create("ada", "Ada", "Lovelace", "ada@example.net", database.Now);
        await database.StoreAsync(ada);
    }

    [TearDown]
    public void TearDown() => database.Dispose();

    [Test]
    public async Task Jobs_are_taken_in_their_order()
    {
        foreach (var input in new[] { "first", "second", "third" })
            await database.StoreAsync(Ask(input));

        Assert.That(new[] { (await TakeAsync())!.Input, (await TakeAsync())!.Input, (await TakeAsync())!.Input }, Is.EqualTo(new[] { "first", "second", "third" }));
        Assert.That(await TakeAsync(), Is.Null);
    }

    [Test]
    public async Task Of_many_that_take_at_once_one_has_a_job()
    {
        await database.StoreAsync(Ask("first"));
        await database.StoreAsync(Ask("second"));
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeAsync()));

        Assert.That(taken.OfType<JobTurn>().Select(turn => turn.Input), Is.EquivalentTo(new[] { "first", "second" }));
        Assert.That(taken.OfType<JobTurn>().Select(turn => (turn.Attempt, turn.UserId, turn.Kind)), Is.All.EqualTo((1, ada.Id, JobKind.ProjectCopy)));
    }

    [Test]
    public async Task Who_says_nothing_for_a_while_has_it_no_longer()
    {
        await database.StoreAsync(Ask("long"));
        var first = (await TakeAsync())!;
        database.Clock.Advance(Job.Lease / 2);
        Assert.That(await WithAsync(turns => turns.KeepAsync(first, default)), Is.True);
        database.Clock.Advance(Job.Lease / 2 * 1.5);
        Assert.That(await TakeAsync(), Is.Null, "It is being worked on.");

        database.Clock.Advance(Job.Lease);
        var second = (await TakeAsync())!;
        Assert.That(second.Attempt, Is.EqualTo(2));
        Assert.That(await WithAsync(turns => turns.KeepAsync(first, default)), Is.False);
        Assert.That(await WithAsync(turns => turns.EndAsync(first, Well with { Message = "Too late." }, default)), Is.False);
        Assert.That(await WithAsync(turns => turns.EndAsync(second, Well, default)), Is.True);
        Assert.That(await StateAsync(), Is.EqualTo((JobState.Success, "Done.")));
        database.Clock.Advance(Job.Lease * 2);
        Assert.That(await TakeAsync(), Is.Null);
    }

    [Test]
    public async Task What_is_given_back_is_tried_again_after_the_pause()
    {
        await database.StoreAsync(Ask("again"));
        var turn = (await TakeAsync())!;
        await WithAsync(async turns =>
        {
            await turns.GiveBackAsync(turn, TimeSpan.FromSeconds(5), default);
            return true;
        });
        Assert.That(await TakeAsync(), Is.Null);
        database.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.That((await TakeAsync())!.Attempt, Is.EqualTo(2));
    }

    [Test]
    public async Task What_ends_every_server_is_given_up()
    {
        await database.StoreAsync(Ask("deadly"));
        for (var attempt = 1; attempt <= Job.MostAttempts; attempt++)
        {
            Assert.That((await TakeAsync())!.Attempt, Is.EqualTo(attempt));
            database.Clock.Advance(Job.Lease * 2);
        }

        Assert.That(await TakeAsync(), Is.Null);
        Assert.That(await StateAsync(), Is.EqualTo((JobState.Error, "The server could not do it.")));
    }

    private Job Ask(string input) => Job.Ask(JobKind.ProjectCopy, ada.Id, input, database.Now);

    private Task<JobTurn?> TakeAsync() => WithAsync(turns => turns.TakeAsync(default));

    private async Task<T> WithAsync<T>(Func<JobTurns, Task<T>> act)
    {
        await using var context = database.Open();
        return await act(new JobTurns(context, database.UnitOfWork(context, ada.Id), database.Clock));
    }

    private async Task<(JobState, string?)> StateAsync()
    {
        await using var context = database.Open();
        var job = await context.Set<Job>().SingleAsync();
        return (job.State, job.Message);
    }
}

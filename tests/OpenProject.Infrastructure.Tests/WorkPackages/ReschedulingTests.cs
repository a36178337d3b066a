using System.Diagnostics;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Tests.WorkPackages.Scheduling;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.WorkPackages;

[OnEachDatabase]
internal sealed class ReschedulingTests(DatabaseProvider provider)
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private PlannedLandscape landscape = null!;

    [SetUp]
    public async Task SetUp() => landscape = await PlannedLandscape.CreateAsync(provider);

    [TearDown]
    public void TearDown() => landscape.Dispose();

    [Test]
    public async Task What_a_change_moves_is_what_placing_everything_anew_moves([Range(1, 12)] int seed)
    {
        var plan = Plan.Of(seed, 30) with { Calendar = WorkingCalendar.Default };
        var ids = await landscape.StoreAsync(plan.Work, plan.Precedences);
        var precedences = plan.Precedences.Select(p => new Precedence(ids[p.SuccessorId], ids[p.PredecessorId], p.Lag)).ToList();
        await landscape.RescheduleAsync([.. ids.Values.Select(id => new Unsettled(id, WithConditions: true))]);
        Assert.That(await StatesAsync(), Is.EqualTo(await SettledAsync(precedences)), "all at once");

        var random = new Random(seed);
        for (var change = 0; change < 10; change++)
        {
            var manual = (await StatesAsync()).Where(w => w.IsManual && !w.IsMilestone).ToList();
            var one = manual[random.Next(manual.Count)];
            var start = Monday.AddDays(random.Next(100));
            await landscape.RedateAsync(one.Id, start, random.Next(4) > 0 ? start.AddDays(random.Next(20)) : null);
            var expected = await SettledAsync(precedences);

            await landscape.RescheduleAsync([new Unsettled(one.Id, WithConditions: false)]);

            Assert.That(await StatesAsync(), Is.EqualTo(expected), $"change {change}");
        }
    }

    [Test]
    public async Task What_moves_is_journaled_and_counted_and_what_stays_is_not()
    {
        var ids = await landscape.StoreAsync([Work(1, isManual: true), Work(2), Work(3, isManual: true)], [new(2, 1, 0), new(3, 1, 0)]);
        await landscape.RedateAsync(ids[1], Monday, Monday.AddDays(7));
        landscape.Clock.Advance(TimeSpan.FromHours(1));

        await landscape.RescheduleAsync([new Unsettled(ids[1], WithConditions: false)]);

        var work = (await landscape.ReadAsync()).ToDictionary(w => w.Id);
        var journals = (await landscape.ReadJournalsAsync()).ToLookup(j => j.WorkPackageId);
        Assert.That((work[ids[2]].LockVersion, work[ids[2]].JournalVersion), Is.EqualTo((1, 2)));
        Assert.That((work[ids[3]].LockVersion, work[ids[3]].JournalVersion), Is.EqualTo((0, 1)));
        var told = journals[ids[2]].Last();
        var state = work[ids[2]];
        Assert.That((told.Version, told.StartDate, told.DueDate, told.DurationDays), Is.EqualTo((2, state.StartDate, state.DueDate, state.DurationDays)));
        Assert.That((told.Subject, told.StatusId, told.AuthorId, told.UserId, told.CreatedAt), Is.EqualTo((state.Subject, state.StatusId, state.AuthorId, state.AuthorId, state.UpdatedAt)));
        Assert.That((told.ScheduleManually, told.IgnoreNonWorkingDays), Is.EqualTo((false, false)));
        Assert.That(journals[ids[3]].Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_moves_again_soon_is_told_once_and_what_moves_later_once_more()
    {
        var ids = await landscape.StoreAsync([Work(1, isManual: true), Work(2)], [new(2, 1, 0)]);
        async Task<int> MoveAsync(int days)
        {
            await landscape.RedateAsync(ids[1], Monday, Monday.AddDays(days));
            await landscape.RescheduleAsync([new Unsettled(ids[1], WithConditions: false)]);
            var journals = (await landscape.ReadJournalsAsync()).Where(j => j.WorkPackageId == ids[2]).ToList();
            var state = (await landscape.ReadAsync()).Single(w => w.Id == ids[2]);
            Assert.That((journals[^1].StartDate, journals[^1].Version), Is.EqualTo((state.StartDate, state.JournalVersion)));
            return journals.Count;
        }

        landscape.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.That(await MoveAsync(7), Is.EqualTo(2));
        landscape.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That(await MoveAsync(14), Is.EqualTo(2));
        landscape.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.That(await MoveAsync(21), Is.EqualTo(3));
    }

    // What an internal comment was taken back from stays hidden, and would hide the change.
    [Test]
    public async Task What_moves_is_not_told_in_what_is_hidden()
    {
        var ids = await landscape.StoreAsync([Work(1, isManual: true), Work(2)], [new(2, 1, 0)]);
        await landscape.HideJournalsAsync();
        await landscape.RedateAsync(ids[1], Monday, Monday.AddDays(7));
        await landscape.RescheduleAsync([new Unsettled(ids[1], WithConditions: false)]);

        var journals = (await landscape.ReadJournalsAsync()).Where(j => j.WorkPackageId == ids[2]).ToList();
        Assert.That(journals.Select(j => j.Internal), Is.EqualTo(new[] { true, false }));
    }

    [TestCase("star")]
    [TestCase("chain")]
    [TestCase("family")]
    public async Task A_thousand_move_in_a_few_statements_and_soon(string shape)
    {
        const int Count = 1000;
        var successors = Enumerable.Range(2, Count).Select(i => Work(i, parent: shape == "family" && i > 2 ? 2 : null)).ToList();
        IEnumerable<Precedence> precedences = shape switch
        {
            "star" => successors.Select(w => new Precedence(w.Id, 1, 0)),
            "chain" => successors.Select(w => new Precedence(w.Id, w.Id - 1, 0)),
            _ => [new Precedence(2, 1, 0)],
        };
        var ids = await landscape.StoreAsync([Work(1, isManual: true), .. successors], [.. precedences]);
        await landscape.RescheduleAsync([new Unsettled(ids[1], WithConditions: false)]);
        await landscape.RedateAsync(ids[1], Monday, Monday.AddDays(30));
        var counter = new StatementCounter();
        var watch = Stopwatch.StartNew();

        await landscape.RescheduleAsync([new Unsettled(ids[1], WithConditions: false)], counter);

        TestContext.Out.WriteLine($"{watch.ElapsedMilliseconds} ms, {counter.Statements.Count} statements");
        Assert.That((await landscape.ReadAsync()).Count(w => w.StartDate > Monday.AddDays(30)), Is.EqualTo(Count));
        Assert.That(counter.Statements, Has.Count.LessThanOrEqualTo(20));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    private async Task<List<ScheduledWork>> StatesAsync() => [.. (await landscape.ReadAsync()).Select(StateOf)];

    private async Task<List<ScheduledWork>> SettledAsync(IReadOnlyList<Precedence> precedences)
    {
        var states = await StatesAsync();
        var moved = new Schedule(states, precedences, WorkingCalendar.Default).Reschedule(states.Select(w => w.Id)).ToDictionary(w => w.Id);
        return [.. states.Select(w => moved.GetValueOrDefault(w.Id, w))];
    }

    private static ScheduledWork StateOf(WorkPackage w) =>
        new(w.Id, w.ParentId, w.ScheduleManually, w.Type.IsMilestone, w.IgnoreNonWorkingDays, new Dates(w.StartDate, w.DueDate, w.DurationDays));

    private static ScheduledWork Work(long id, bool isManual = false, long? parent = null) =>
        new(id, parent, isManual, IsMilestone: false, IgnoresNonWorkingDays: false, new Dates(Monday, Monday, 1));
}

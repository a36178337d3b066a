using FsCheck;
using FsCheck.Fluent;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.Tests.WorkPackages.Scheduling;

internal sealed class ScheduleTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateOnly Wednesday = new(2026, 3, 4);
    private static readonly DateOnly Friday = new(2026, 3, 6);

    private static Arbitrary<Plan> Plans { get; } =
        (from seed in Gen.Choose(0, int.MaxValue - 1) from size in Gen.Choose(2, 14) select Plan.Of(seed, size)).ToArbitrary();

    [TestCase(0, "2026-03-05", "2026-03-06")]
    [TestCase(1, "2026-03-06", "2026-03-09")]
    [TestCase(2, "2026-03-09", "2026-03-10")]
    public void A_successor_begins_after_its_predecessor_and_the_lag_and_lasts_as_long_as_before(int lag, string start, string due)
    {
        var moved = Reschedule([Manual(1, Monday, Wednesday), Automatic(2, Monday, Monday.AddDays(1))], [new(2, 1, lag)]);

        Assert.That(moved.Single().Dates, Is.EqualTo(new Dates(DateOnly.Parse(start), DateOnly.Parse(due), 2)));
    }

    [Test]
    public void The_last_of_several_predecessors_counts()
    {
        var moved = Reschedule([Manual(1, Monday, Friday), Manual(2, Monday, Monday), Automatic(3, Monday, Monday)], [new(3, 1, 0), new(3, 2, 10)]);

        Assert.That(moved.Single().Dates.Start, Is.EqualTo(new DateOnly(2026, 3, 17)));
    }

    [Test]
    public void A_successor_moves_back_too() =>
        Assert.That(Reschedule([Manual(1, Monday, Monday), Automatic(2, Friday, Friday)], [new(2, 1, 0)]).Single().Dates.Start, Is.EqualTo(Monday.AddDays(1)));

    [Test]
    public void A_successor_whose_predecessors_have_no_dates_has_none_but_keeps_its_duration() =>
        Assert.That(Reschedule([Manual(1, null, null), Automatic(2, Monday, Wednesday)], [new(2, 1, 0)]).Single().Dates, Is.EqualTo(new Dates(null, null, 3)));

    [Test]
    public void A_parent_spans_its_children()
    {
        var moved = Reschedule([Automatic(1, null, null), Manual(2, Monday, Wednesday) with { ParentId = 1 }, Manual(3, null, Friday) with { ParentId = 1 }], []);

        Assert.That(moved.Single().Dates, Is.EqualTo(new Dates(Monday, Friday, 5)));
    }

    [Test]
    public void Every_day_counts_for_a_parent_where_it_does_for_a_child()
    {
        var saturday = Friday.AddDays(1);
        var moved = Reschedule([Automatic(1, null, null), Manual(2, Friday, saturday) with { ParentId = 1, IgnoresNonWorkingDays = true }], []);

        Assert.That((moved.Single().Dates.Duration, moved.Single().IgnoresNonWorkingDays), Is.EqualTo((2, true)));
    }

    [Test]
    public void Children_wait_for_what_their_parent_follows_unless_people_schedule_that()
    {
        ScheduledWork[] work = [Manual(1, Monday, Wednesday), Automatic(2, null, null), Automatic(3, Monday, Monday) with { ParentId = 2 }];

        Assert.That(Reschedule(work, [new(2, 1, 0)]).Select(w => w.Dates.Start), Is.EqualTo(new[] { Wednesday.AddDays(1), Wednesday.AddDays(1) }));
        work[1] = Manual(2, Monday, Monday);
        Assert.That(Reschedule(work, [new(2, 1, 0)]).Single(), Is.EqualTo(work[2] with { IsManual = true }), "nothing is left to follow");
    }

    [Test]
    public void Whoever_follows_nothing_and_spans_nothing_is_scheduled_by_people() =>
        Assert.That(Reschedule([Automatic(1, Monday, Friday)], []).Single(), Is.EqualTo(Manual(1, Monday, Friday)));

    [Test]
    public void The_first_predecessor_turns_automatic_scheduling_on_and_the_second_leaves_it_as_it_is()
    {
        ScheduledWork[] work = [Manual(1, Monday, Wednesday), Manual(2, Monday, Monday), Manual(3, Monday, Monday)];
        var first = new Schedule(work, [new(2, 1, 0)], WorkingCalendar.Default);
        var second = new Schedule(work, [new(2, 1, 0), new(2, 3, 0)], WorkingCalendar.Default);
        first.FollowForTheFirstTime(2);
        second.FollowForTheFirstTime(2);

        Assert.That(first.Reschedule([2]).Single().Dates.Start, Is.EqualTo(Wednesday.AddDays(1)));
        Assert.That(second.Reschedule([2]), Is.Empty);
    }

    [Test]
    public void The_first_child_turns_automatic_scheduling_on_unless_the_parent_follows_something()
    {
        ScheduledWork[] work = [Manual(1, Monday, Wednesday), Manual(2, Monday, Monday), Manual(3, Friday, Friday) with { ParentId = 2 }];
        var free = new Schedule(work, [], WorkingCalendar.Default);
        var following = new Schedule(work, [new(2, 1, 0)], WorkingCalendar.Default);
        free.SpanForTheFirstTime(2);
        following.SpanForTheFirstTime(2);

        Assert.That(free.Reschedule([2]).Single().Dates, Is.EqualTo(new Dates(Friday, Friday, 1)));
        Assert.That(following.Reschedule([2]), Is.Empty);
    }

    [Test]
    public void Nothing_moves_beyond_the_end_of_the_world() =>
        Assert.That(
            () => Reschedule([Manual(1, DateOnly.MaxValue, DateOnly.MaxValue), Automatic(2, Monday, Monday)], [new(2, 1, 0)]),
            Throws.TypeOf<BrokenRule>());

    [Test]
    public void Rescheduling_again_moves_nothing() => Prop.ForAll(Plans, plan =>
        plan.Schedule(All(plan)).Reschedule(plan.Work.Select(w => w.Id)).Count == 0).QuickCheckThrowOnFailure();

    [Test]
    public void The_order_in_which_work_is_named_makes_no_difference() => Prop.ForAll(Plans, plan =>
        plan.Schedule().Reschedule(plan.Work.Select(w => w.Id).OrderByDescending(id => id * 7919 % 31)).SequenceEqual(All(plan))).QuickCheckThrowOnFailure();

    [Test]
    public void The_order_in_which_work_is_stored_makes_no_difference() => Prop.ForAll(Plans, plan =>
        new Schedule(plan.Work.Reverse(), plan.Precedences.Reverse(), plan.Calendar).Reschedule(plan.Work.Select(w => w.Id)).SequenceEqual(All(plan)))
        .QuickCheckThrowOnFailure();

    [Test]
    public void What_people_schedule_stays() => Prop.ForAll(Plans, plan =>
        All(plan).All(moved => !plan.Work.Single(w => w.Id == moved.Id).IsManual)).QuickCheckThrowOnFailure();

    [Test]
    public void Nothing_ends_before_it_begins_and_durations_are_those_of_the_dates() => Prop.ForAll(Plans, plan => All(plan).All(moved =>
        moved.Dates is not { Start: { } start, Due: { } due } || (start <= due && moved.Dates.Duration >= 1))).QuickCheckThrowOnFailure();

    [Test]
    public void Automatic_work_begins_as_soon_as_it_may_and_not_before() => Prop.ForAll(Plans, plan =>
    {
        var settled = Settled(plan);
        return settled.Work.Where(w => !w.IsManual && settled.Work.All(c => c.ParentId != w.Id)).All(leaf =>
        {
            var earliest = settled.OpenAbove(leaf).SelectMany(above => settled.Precedences.Where(p => p.SuccessorId == above.Id))
                .Select(p => (settled.Work.Single(w => w.Id == p.PredecessorId).Last, p.Lag)).Where(p => p.Last is not null)
                .Select(p => (DateOnly?)Earliest(p.Last!.Value, p.Lag, settled.Calendar)).Max();
            return leaf.Dates.Start == (earliest is { } day ? (leaf.IgnoresNonWorkingDays ? day : settled.Calendar.OnOrAfter(day)) : null);
        });
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Automatic_parents_span_their_children_exactly() => Prop.ForAll(Plans, plan =>
    {
        var settled = Settled(plan);
        return settled.Work.Where(w => !w.IsManual && settled.Work.Any(c => c.ParentId == w.Id)).All(parent =>
        {
            var children = settled.Work.Where(c => c.ParentId == parent.Id).ToList();
            return (parent.Dates.Start, parent.Dates.Due) == (children.Min(c => c.First), children.Max(c => c.Last));
        });
    }).QuickCheckThrowOnFailure();

    // The slow and obvious way: day by day, counting the days that are worked on.
    private static DateOnly Earliest(DateOnly last, int lag, WorkingCalendar calendar)
    {
        var day = last.AddDays(1);
        while (lag > 0)
        {
            lag -= calendar.IsWorking(day) ? 1 : 0;
            day = day.AddDays(1);
        }

        return day;
    }

    private static IReadOnlyList<ScheduledWork> All(Plan plan) => plan.Schedule().Reschedule(plan.Work.Select(w => w.Id));

    private static Plan Settled(Plan plan)
    {
        var moved = All(plan).ToDictionary(w => w.Id);
        return plan with { Work = [.. plan.Work.Select(w => moved.GetValueOrDefault(w.Id, w))] };
    }

    private static IReadOnlyList<ScheduledWork> Reschedule(ScheduledWork[] work, Precedence[] precedences) =>
        new Schedule(work, precedences, WorkingCalendar.Default).Reschedule(work.Select(w => w.Id));

    private static ScheduledWork Manual(long id, DateOnly? start, DateOnly? due) => new(
        id, ParentId: null, IsManual: true, IsMilestone: false, IgnoresNonWorkingDays: false,
        new Dates(start, due, start is not null && due is not null ? WorkingCalendar.Default.Count(start.Value, due.Value) : null));

    private static ScheduledWork Automatic(long id, DateOnly? start, DateOnly? due) => Manual(id, start, due) with { IsManual = false };
}

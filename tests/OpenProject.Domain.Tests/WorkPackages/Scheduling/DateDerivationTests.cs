using FsCheck;
using FsCheck.Fluent;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;
using static OpenProject.Domain.Tests.WorkPackages.Scheduling.SchedulingValues;

namespace OpenProject.Domain.Tests.WorkPackages.Scheduling;

internal sealed class DateDerivationTests
{
    private static readonly DateOnly Tuesday = new(2022, 8, 23);
    private static readonly DateOnly Wednesday = new(2022, 8, 24);
    private static readonly DateOnly Saturday = new(2022, 8, 27);
    private static readonly DateOnly Monday = new(2022, 8, 29);

    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default;

    [Test]
    public void Start_and_duration_give_the_due_date() =>
        Assert.That(
            DateDerivation.Derive(new Dates(Tuesday, null, 2), DateFields.Start | DateFields.Duration, Calendar),
            Is.EqualTo(new Dates(Tuesday, Wednesday, 2)));

    [Test]
    public void Due_date_and_duration_give_the_start() =>
        Assert.That(
            DateDerivation.Derive(new Dates(null, Monday, 5), DateFields.Due | DateFields.Duration, Calendar),
            Is.EqualTo(new Dates(Tuesday, Monday, 5)));

    [Test]
    public void A_new_start_keeps_the_due_date_and_changes_the_duration() =>
        Assert.That(
            DateDerivation.Derive(new Dates(Tuesday, Monday, 2), DateFields.Start, Calendar),
            Is.EqualTo(new Dates(Tuesday, Monday, 5)));

    [Test]
    public void A_new_duration_moves_the_due_date() =>
        Assert.That(
            DateDerivation.Derive(new Dates(Tuesday, Wednesday, 5), DateFields.Duration, Calendar),
            Is.EqualTo(new Dates(Tuesday, Monday, 5)));

    [Test]
    public void When_other_days_count_the_duration_stays_and_the_due_date_moves() =>
        Assert.That(
            DateDerivation.Derive(new Dates(Tuesday, Monday, 5), DateFields.NonWorkingDays, WorkingCalendar.EveryDay),
            Is.EqualTo(new Dates(Tuesday, Saturday, 5)));

    [Test]
    public void A_date_that_is_cleared_takes_the_duration_along() =>
        Assert.That(
            DateDerivation.Derive(new Dates(Tuesday, null, 2), DateFields.Due, Calendar),
            Is.EqualTo(new Dates(Tuesday, null, null)));

    [Test]
    public void A_duration_that_is_cleared_takes_the_due_date_along() =>
        Assert.That(
            DateDerivation.Derive(new Dates(Tuesday, Wednesday, null), DateFields.Duration, Calendar),
            Is.EqualTo(new Dates(Tuesday, null, null)));

    [Test]
    public void When_both_dates_are_cleared_the_duration_is_kept() =>
        Assert.That(
            DateDerivation.Derive(new Dates(null, null, 4), DateFields.Start | DateFields.Due, Calendar),
            Is.EqualTo(new Dates(null, null, 4)));

    [Test]
    public void Dates_on_free_days_move_on_to_the_next_working_day() =>
        Assert.That(
            DateDerivation.Derive(new Dates(Saturday, Saturday, null), DateFields.Start | DateFields.Due, Calendar),
            Is.EqualTo(new Dates(Monday, Monday, 1)));

    [Test]
    public void A_change_that_names_no_date_leaves_even_odd_dates_alone()
    {
        var odd = new Dates(Saturday, Saturday, 1);

        Assert.That(DateDerivation.Derive(odd, DateFields.None, Calendar), Is.EqualTo(odd));
    }

    [Test]
    public void A_due_date_before_the_start_has_no_duration() =>
        Assert.That(DateDerivation.Derive(new Dates(Monday, Tuesday, 3), DateFields.Due, Calendar).Duration, Is.Null);

    [Test]
    public void A_duration_beyond_the_end_of_the_world_is_refused() =>
        Assert.That(
            Assert.Throws<BrokenRule>(() => DateDerivation.Derive(new Dates(Tuesday, null, int.MaxValue), DateFields.Duration, Calendar))!.Member,
            Is.EqualTo("duration"));

    [Test]
    public void The_duration_of_derived_dates_is_their_working_days() =>
        Prop.ForAll(Calendars, Changes, (calendar, change) =>
        {
            var derived = DateDerivation.Derive(change.Dates, change.Sent, calendar);
            return derived is not { Start: { } start, Due: { } due, Duration: { } duration } || CountOneByOne(calendar, start, due) == duration;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Deriving_again_changes_nothing() =>
        Prop.ForAll(Calendars, Changes, (calendar, change) =>
        {
            var once = DateDerivation.Derive(change.Dates, change.Sent, calendar);
            return DateDerivation.Derive(once, change.Sent, calendar) == once;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void What_was_sent_on_working_days_is_kept() =>
        Prop.ForAll(Calendars, Changes, (calendar, change) =>
        {
            var derived = DateDerivation.Derive(change.Dates, change.Sent, calendar);
            return Kept(change.Dates.Start, derived.Start, DateFields.Start, change, calendar)
                && Kept(change.Dates.Due, derived.Due, DateFields.Due, change, calendar)
                && (!change.Sent.HasFlag(DateFields.Duration) || derived.Duration == change.Dates.Duration);
        }).QuickCheckThrowOnFailure();

    private static bool Kept(DateOnly? before, DateOnly? after, DateFields field, Change change, WorkingCalendar calendar) =>
        !change.Sent.HasFlag(field) || after == (before is { } day ? calendar.OnOrAfter(day) : null);

    // One or two of the three are sent, so that one is open; all three at once are checked, not derived.
    private static Arbitrary<Change> Changes { get; } =
        (from start in Gen.Optional(Days)
         from due in Gen.Optional(Days)
         from duration in Gen.Optional(Durations)
         from sent in Gen.Elements(
             DateFields.Start,
             DateFields.Due,
             DateFields.Duration,
             DateFields.NonWorkingDays,
             DateFields.Start | DateFields.Due,
             DateFields.Start | DateFields.Duration,
             DateFields.Due | DateFields.Duration,
             DateFields.Start | DateFields.NonWorkingDays)
         select new Change(new Dates(start, due, duration), sent)).ToArbitrary();

    private sealed record Change(Dates Dates, DateFields Sent);

    private static class Gen
    {
        public static Gen<T?> Optional<T>(Arbitrary<T> values)
            where T : struct =>
            FsCheck.Fluent.Gen.Frequency((3, values.Generator.Select(value => (T?)value)), (1, FsCheck.Fluent.Gen.Constant((T?)null)));

        public static Gen<T> Elements<T>(params T[] values) => FsCheck.Fluent.Gen.Elements(values);
    }
}

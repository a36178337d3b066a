using FsCheck;
using FsCheck.Fluent;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.ProgressTracking;

namespace OpenProject.Domain.Tests.WorkPackages.ProgressTracking;

internal sealed class ProgressDerivationTests
{
    private const ProgressFields All = ProgressFields.Work | ProgressFields.Remaining | ProgressFields.Percent;

    private static readonly Gen<int?> Minutes = Gen.OneOf(Gen.Constant<int?>(null), Gen.Constant<int?>(0), Gen.Choose(1, 100_000).Select(n => (int?)n));
    private static readonly Gen<int?> Percents = Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 100).Select(n => (int?)n));

    private static readonly Gen<ProgressValues> Values =
        from work in Minutes from remaining in Minutes from percent in Percents select new ProgressValues(work, remaining, percent);

    private static readonly Gen<ProgressFields> Fields = Gen.Elements(Enumerable.Range(1, 7).Select(n => (ProgressFields)n).ToArray());

    // What a change may meet: states that changes before have left.
    private static readonly Gen<(ProgressValues Before, ProgressValues Now, ProgressFields Sent)> Changes =
        from first in Values
        from firstSent in Fields
        from named in Values
        from sent in Fields
        let before = TryDerive(default, Named(default, first, firstSent), firstSent) ?? default
        select (before, Named(before, named, sent), sent);

    [TestCase("work alone", null, null, null, 600, null, null, 600, 600, 0)]
    [TestCase("more work is more that remains", 600, 300, 50, 900, null, null, 900, 600, 33)]
    [TestCase("less work takes from what remains, but not below nothing", 600, 100, 83, 300, null, null, 300, 0, 100)]
    [TestCase("work where people had said how much is done", null, null, 40, 600, null, null, 600, 360, 40)]
    [TestCase("remaining work where there is work", 600, 300, 50, null, 150, null, 600, 150, 75)]
    [TestCase("remaining work where people had said how much is done", null, null, 50, null, 300, null, 600, 300, 50)]
    [TestCase("remaining work alone", null, null, null, null, 300, null, 300, 300, 0)]
    [TestCase("% complete where there is work", 600, 600, 0, null, null, 25, 600, 450, 25)]
    [TestCase("% complete alone", null, null, null, null, null, 25, null, null, 25)]
    [TestCase("work and remaining work", null, null, null, 180, 60, null, 180, 60, 67)]
    [TestCase("work and remaining work, none", null, null, 30, 0, 0, null, 0, 0, null)]
    [TestCase("work and % complete", null, null, null, 200, null, 10, 200, 180, 10)]
    [TestCase("remaining work and % complete", null, null, null, null, 90, 10, 100, 90, 10)]
    [TestCase("all three, rounded", null, null, null, 10, 7, 33, 10, 7, 33)]
    public void What_is_open_follows_from_what_was_sent(
        string _, int? work, int? rest, int? done, int? newWork, int? newRest, int? newDone, int? expectedWork, int? expectedRest, int? expectedDone)
    {
        var before = new ProgressValues(work, rest, done);
        const ProgressFields None = ProgressFields.None;
        var sent = (newWork is null ? None : ProgressFields.Work) | (newRest is null ? None : ProgressFields.Remaining) | (newDone is null ? None : ProgressFields.Percent);

        var after = ProgressDerivation.Derive(before, new ProgressValues(newWork ?? work, newRest ?? rest, newDone ?? done), sent);

        Assert.That(after, Is.EqualTo(new ProgressValues(expectedWork, expectedRest, expectedDone)));
    }

    [TestCase(ProgressFields.Work, null, null, 50)]
    [TestCase(ProgressFields.Remaining, 600, null, null)]
    [TestCase(ProgressFields.Percent, 600, null, null)]
    public void Clearing_one_clears_what_cannot_be_without_it(ProgressFields cleared, int? work, int? rest, int? done)
    {
        var before = new ProgressValues(600, 300, 50);
        var now = Named(before, default, cleared);

        Assert.That(ProgressDerivation.Derive(before, now, cleared), Is.EqualTo(new ProgressValues(work, rest, done)));
    }

    [TestCase(600, 601, 0, ProgressFields.Remaining, "remainingTime")]
    [TestCase(600, 300, 10, All, "percentageDone")]
    [TestCase(0, 0, 10, ProgressFields.Percent, "percentageDone")]
    [TestCase(null, 60, 100, ProgressFields.Percent, "percentageDone")]
    [TestCase(null, int.MaxValue, 99, ProgressFields.Remaining, "estimatedTime")]
    [TestCase(null, 60, 0, ProgressFields.Work | ProgressFields.Remaining, "estimatedTime")]
    [TestCase(60, null, 10, All, "remainingTime")]
    public void What_contradicts_itself_is_refused(int? work, int? rest, int? done, ProgressFields sent, string member)
    {
        var values = new ProgressValues(work, rest, done);

        Assert.That(Assert.Throws<BrokenRule>(() => ProgressDerivation.Derive(values, values, sent))!.Member, Is.EqualTo(member));
    }

    [Test]
    public void What_was_sent_is_kept_or_refused() => Holds((_, now, sent, after) => Named(after, now, sent) == after);

    [Test]
    public void Remaining_work_is_no_more_than_work_and_neither_is_negative() => Holds((_, _, _, after) =>
        after.Remaining is not < 0 && after.Percent is not (< 0 or > 100) && !(after.Remaining > after.Work)
        && (after.Remaining is null || after.Work is not null || after is { Remaining: 0, Percent: 100 }));

    [Test]
    public void What_was_derived_can_be_sent_as_it_is() => Holds((before, _, _, after) => ProgressDerivation.Derive(before, after, All) == after);

    [Test]
    public void Where_all_three_are_known_they_fit() => Holds((_, _, _, after) =>
        after is not { Work: > 0 and var work, Remaining: { } rest, Percent: { } done }
        || Math.Abs(((work - rest) * 100m / work) - done) <= 0.5m + (50m / work) + (done * 50m / work));

    [Test]
    public void The_order_in_which_a_change_names_them_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Changes.ToArbitrary(), change =>
        {
            var orders = new ProgressFields[][] { [ProgressFields.Work, ProgressFields.Remaining, ProgressFields.Percent], [ProgressFields.Percent, ProgressFields.Remaining, ProgressFields.Work] };
            return orders.Select(order => Settled(change.Before, change.Now, change.Sent, order)).Distinct().Count() == 1;
        }));

    [Test]
    public void The_status_decides_what_remains()
    {
        Assert.That(ProgressDerivation.OfStatus(600, 40), Is.EqualTo(new ProgressValues(600, 360, 40)));
        Assert.That(ProgressDerivation.OfStatus(null, 40), Is.EqualTo(new ProgressValues(null, null, 40)));
    }

    private static void Holds(Func<ProgressValues, ProgressValues, ProgressFields, ProgressValues, bool> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Changes.ToArbitrary(),
            change => TryDerive(change.Before, change.Now, change.Sent) is not { } after || holds(change.Before, change.Now, change.Sent, after)));

    private static ProgressValues? TryDerive(ProgressValues before, ProgressValues now, ProgressFields sent)
    {
        try
        {
            return ProgressDerivation.Derive(before, now, sent);
        }
        catch (BrokenRule)
        {
            return null;
        }
    }

    private static (ProgressValues? Values, string? Broken) Settled(ProgressValues before, ProgressValues now, ProgressFields sent, ProgressFields[] order)
    {
        var workPackage = WorkPackage.Create(1, 2, 3, 4, "Counted", 5, DateTime.UnixEpoch);
        workPackage.Estimate(before.Work);
        workPackage.EstimateRemaining(before.Remaining);
        workPackage.Progress(before.Percent);
        try
        {
            workPackage.SettleProgress();
            foreach (var field in order.Where(field => sent.HasFlag(field)))
                Name(workPackage, now, field);
            workPackage.SettleProgress();
            return (new ProgressValues(workPackage.EstimatedMinutes, workPackage.RemainingMinutes, workPackage.PercentageDone), null);
        }
        catch (BrokenRule broken)
        {
            return (null, broken.Message);
        }
    }

    private static void Name(WorkPackage workPackage, ProgressValues now, ProgressFields field)
    {
        switch (field)
        {
            case ProgressFields.Work:
                workPackage.Estimate(now.Work);
                break;
            case ProgressFields.Remaining:
                workPackage.EstimateRemaining(now.Remaining);
                break;
            default:
                workPackage.Progress(now.Percent);
                break;
        }
    }

    private static ProgressValues Named(ProgressValues values, ProgressValues named, ProgressFields fields) => new(
        fields.HasFlag(ProgressFields.Work) ? named.Work : values.Work,
        fields.HasFlag(ProgressFields.Remaining) ? named.Remaining : values.Remaining,
        fields.HasFlag(ProgressFields.Percent) ? named.Percent : values.Percent);
}

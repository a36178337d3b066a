using OpenProject.Domain.WorkPackages.Scheduling;

namespace OpenProject.Domain.Tests.WorkPackages.Scheduling;

internal sealed class DerivedValuesTests
{
    private static readonly DateOnly First = new(2024, 5, 6);
    private static readonly DateOnly Last = new(2024, 5, 17);

    [Test]
    public void A_leaf_derives_nothing() =>
        Assert.That(DerivedValues.Of(new Contribution(First, Last, 60, 30, false), []), Is.EqualTo(DerivedValues.None));

    [Test]
    public void Dates_come_from_the_descendants_only_and_work_also_from_itself()
    {
        var own = new Contribution(First.AddDays(-100), Last.AddDays(100), 60, 60, false);
        var below = new[] { new Contribution(First, null, 120, 0, false), new Contribution(null, Last, null, null, false) };

        Assert.That(DerivedValues.Of(own, below), Is.EqualTo(new DerivedValues(First, Last, 180, 60, 67)));
    }

    [Test]
    public void Work_at_an_excluded_status_does_not_count_but_its_dates_do()
    {
        var below = new[] { new Contribution(First, Last, 600, 600, true), new Contribution(null, null, 60, 15, false) };

        Assert.That(DerivedValues.Of(default, below), Is.EqualTo(new DerivedValues(First, Last, 60, 15, 75)));
    }

    [Test]
    public void No_work_at_all_is_unknown_rather_than_zero() =>
        Assert.That(DerivedValues.Of(default, [default]), Is.EqualTo(DerivedValues.None));

    [Test]
    public void Sums_do_not_overflow() =>
        Assert.That(
            DerivedValues.Of(new Contribution(null, null, int.MaxValue, 0, false), [new Contribution(null, null, int.MaxValue, 0, false)]).EstimatedMinutes,
            Is.EqualTo(int.MaxValue));
}

using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Tests.Queries;

internal sealed class TimeRangeTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    [TestCase("=d", "2026-03-01", "", "2026-03-01T00:00:00", "2026-03-02T00:00:00")]
    [TestCase("=d", "2026-03-01T22:00:00Z", "", "2026-03-01T22:00:00", "2026-03-02T22:00:00")]
    [TestCase("=d", "2026-03-01T00:00:00+02:00", "", "2026-02-28T22:00:00", "2026-03-01T22:00:00")]
    [TestCase("<>d", "2026-03-01", "2026-03-02", "2026-03-01T00:00:00", "2026-03-03T00:00:00")]
    [TestCase("<>d", "2026-03-01T10:00:00Z", "2026-03-02", "2026-03-01T10:00:00", "2026-03-03T00:00:00")]
    [TestCase("t", "", "", "2026-03-04T00:00:00", "2026-03-05T00:00:00")]
    public void An_operator_means_some_moments(string symbol, string first, string second, string from, string until)
    {
        var range = TimeRange.Of(symbol, [.. new[] { first, second }.Where(v => v.Length > 0)], Today)!.Value;

        Assert.That((range.From.ToString("s"), range.Until.ToString("s")), Is.EqualTo((from, until)));
    }

    [Test]
    public void A_moment_that_ends_an_interval_is_part_of_it()
    {
        var range = TimeRange.Of("<>d", ["", "2026-03-01T10:00:00Z"], Today)!.Value;

        Assert.That(range.Until, Is.EqualTo(new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc).AddTicks(1)));
        Assert.That(range.From, Is.EqualTo(DateTime.MinValue));
    }

    [TestCase("=d", "2026-02-30T00:00:00Z")]
    [TestCase("=d", "soon")]
    [TestCase("<>d", "2026-03-01")]
    [TestCase("t-", "x")]
    public void What_fits_no_operator_means_nothing(string symbol, string value) => Assert.That(TimeRange.Of(symbol, [value], Today), Is.Null);
}

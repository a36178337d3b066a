using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Tests.Queries;

public sealed class DayRangeTests
{
    // A Wednesday.
    private static readonly DateOnly Today = new(2026, 3, 4);

    [TestCase("t", "", "2026-03-04", "2026-03-04")]
    [TestCase("w", "", "2026-03-02", "2026-03-08")]
    [TestCase("=d", "2026-01-31", "2026-01-31", "2026-01-31")]
    [TestCase("=d", "2026-01-31T10:00:00Z", "2026-01-31", "2026-01-31")]
    [TestCase("<>d", "2026-01-31|2026-02-02", "2026-01-31", "2026-02-02")]
    [TestCase("<>d", "|2026-02-02", null, "2026-02-02")]
    [TestCase("t+", "3", "2026-03-07", "2026-03-07")]
    [TestCase("<t+", "3", "2026-03-04", "2026-03-07")]
    [TestCase(">t+", "3", "2026-03-07", null)]
    [TestCase("t-", "3", "2026-03-01", "2026-03-01")]
    [TestCase(">t-", "3", "2026-03-01", "2026-03-04")]
    [TestCase("<t-", "3", null, "2026-03-01")]
    public void Operators_mean_days(string @operator, string values, string? from, string? to)
    {
        var range = DayRange.Of(@operator, values.Length == 0 ? [] : values.Split('|'), Today);
        Assert.That(range, Is.EqualTo(new DayRange(from is null ? null : DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to))));
    }

    [TestCase("=d", "31.1.2026")]
    [TestCase("<>d", "2026-01-31")]
    [TestCase("<>d", "2026-01-31|x")]
    [TestCase("t+", "-1")]
    [TestCase("t+", "1.5")]
    [TestCase("t+", "99999999999")]
    public void Values_that_do_not_fit_mean_nothing(string @operator, string values) =>
        Assert.That(DayRange.Of(@operator, values.Split('|'), Today), Is.Null);
}

using System.Globalization;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.Tests.WorkPackages;

/// <summary>Points in time as clients write them.</summary>
[TestFixture]
public sealed class PointInTimeTests
{
    // A Monday.
    private static readonly DateTime Now = new(2026, 3, 9, 15, 30, 0, DateTimeKind.Utc);

    [TestCase("PT0S", "2026-03-09T15:30:00Z")]
    [TestCase("P0D", "2026-03-09T15:30:00Z")]
    [TestCase("P-1Y", "2025-03-09T15:30:00Z")]
    [TestCase("-P1Y", "2025-03-09T15:30:00Z")]
    [TestCase("P-1Y-2M", "2025-01-09T15:30:00Z")]
    [TestCase("P-1W", "2026-03-02T15:30:00Z")]
    [TestCase("PT-36H", "2026-03-08T03:30:00Z")]
    [TestCase("P-1DT-30M", "2026-03-08T15:00:00Z")]
    [TestCase("1d", "2026-03-08T15:30:00Z")]
    [TestCase("1w", "2026-03-02T15:30:00Z")]
    [TestCase("1m", "2026-02-09T15:30:00Z")]
    [TestCase("1y", "2025-03-09T15:30:00Z")]
    [TestCase("-2y", "2024-03-09T15:30:00Z")]
    [TestCase("1y-2m", "2025-01-09T15:30:00Z")]
    [TestCase("2022-01-01", "2022-01-01T00:00:00Z")]
    [TestCase("2022-01-01T00:00:00Z", "2022-01-01T00:00:00Z")]
    [TestCase("2022-01-01T00:00:00+02:00", "2021-12-31T22:00:00Z")]
    [TestCase("2022-01-01T00:00:00 02:00", "2021-12-31T22:00:00Z")]
    [TestCase("oneDayAgo@01:00+00:00", "2026-03-08T01:00:00Z")]
    [TestCase("oneDayAgo@01:00-01:00", "2026-03-08T02:00:00Z")]
    [TestCase("oneDayAgo@01:00+10:00", "2026-03-08T15:00:00Z")]
    [TestCase("lastWorkingDay@12:00", "2026-03-06T12:00:00Z")]
    [TestCase("lastWorkingDay@12:00 01:00", "2026-03-06T11:00:00Z")]
    [TestCase("oneWeekAgo@00:00+00:00", "2026-03-02T00:00:00Z")]
    [TestCase("oneMonthAgo@21:00+02:00", "2026-02-09T19:00:00Z")]
    public void A_point_in_time_is_read(string text, string expected)
    {
        var point = PointInTime.Parse(text);

        Assert.That(
            point?.At(Now, WorkingCalendar.Default),
            Is.EqualTo(DateTime.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)));
    }

    [TestCase("")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("yesterday")]
    [TestCase("1x")]
    [TestCase("P-1000Y")]
    [TestCase("P-999999Y")]
    [TestCase("999999y")]
    [TestCase("2022-02-30")]
    [TestCase("2022-01-01T25:00:00Z")]
    [TestCase("oneDayAgo@24:00+00:00")]
    [TestCase("oneDayAgo@12:60")]
    [TestCase("oneDayAgo@12:00+99:00")]
    [TestCase("oneYearAgo@12:00+00:00")]
    [TestCase("5")]
    public void What_is_no_point_in_time_is_refused(string text) => Assert.That(PointInTime.Parse(text), Is.Null);

    [Test]
    public void Only_an_empty_duration_is_now()
    {
        Assert.That(PointInTime.Parse("PT0S")!.IsNow, Is.True);
        Assert.That(PointInTime.Parse("P0Y")!.IsNow, Is.True);
        Assert.That(PointInTime.Parse("PT-1S")!.IsNow, Is.False);
        Assert.That(PointInTime.Parse("2026-03-09T15:30:00Z")!.IsNow, Is.False);
    }
}

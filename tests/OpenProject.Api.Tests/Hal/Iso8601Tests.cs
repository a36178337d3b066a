using System.Text;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Tests.Hal;

public sealed class Iso8601Tests
{
    [TestCase(0, "PT0S")]
    [TestCase(5, "PT5M")]
    [TestCase(300, "PT5H")]
    [TestCase(330, "PT5H30M")]
    [TestCase(1440, "P1D")]
    [TestCase(2400, "P1DT16H")]
    public void Durations_are_printed_in_days_hours_and_minutes(int minutes, string expected) =>
        Assert.That(Iso8601.Text(new Duration(minutes)), Is.EqualTo(expected));

    [TestCase("PT5H", 18_000)]
    [TestCase("PT5H30M", 19_800)]
    [TestCase("P1D", 86_400)]
    [TestCase("P1W", 604_800)]
    [TestCase("P1DT16H", 144_000)]
    [TestCase("PT0.5H", 1_800)]
    [TestCase("PT30S", 30)]
    public void Durations_are_read(string text, double seconds) => Assert.That(Iso8601.ParseSeconds(text), Is.EqualTo(seconds));

    [TestCase("")]
    [TestCase("5")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("P1H")]
    [TestCase("PT5M3H")]
    [TestCase("PT5H5H")]
    [TestCase("P1DT")]
    [TestCase("PT5")]
    [TestCase("P-1D")]
    public void Other_text_is_no_duration(string text) => Assert.That(Iso8601.ParseSeconds(text), Is.Null);

    [Test]
    public void Every_whole_number_of_minutes_is_read_as_printed()
    {
        for (var minutes = 0; minutes < 5_000; minutes++)
            Assert.That(Iso8601.ParseSeconds(Iso8601.Text(new Duration(minutes))), Is.EqualTo(minutes * 60d));
    }

    [Test]
    public void Times_have_milliseconds_and_a_Z()
    {
        Span<byte> text = stackalloc byte[24];
        var length = Iso8601.Format(new DateTime(2024, 5, 21, 8, 51, 20, 396, DateTimeKind.Utc), text);
        Assert.That(Encoding.ASCII.GetString(text[..length]), Is.EqualTo("2024-05-21T08:51:20.396Z"));
    }
}

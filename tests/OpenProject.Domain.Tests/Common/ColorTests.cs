using OpenProject.Domain.Common;
using OpenProject.Domain.Statuses;

namespace OpenProject.Domain.Tests.Common;

internal sealed class ColorTests
{
    [TestCase("#1A67A3")]
    [TestCase("#ff922b")]
    [TestCase(null)]
    public void Six_hexadecimal_digits_are_a_colour_and_so_is_none(string? color) =>
        Assert.That(Status.Create("New", 1, color, 0, DateTime.UnixEpoch).Color, Is.EqualTo(color));

    [TestCase("")]
    [TestCase("red")]
    [TestCase("#12345g")]
    [TestCase("#1234567")]
    public void Other_texts_are_not(string color) =>
        Assert.That(Assert.Throws<BrokenRule>(() => Status.Create("New", 1, color, 0, DateTime.UnixEpoch))!.Member, Is.EqualTo("color"));
}

using OpenProject.Domain.Common;
using OpenProject.Domain.Installations;

namespace OpenProject.Domain.Tests.Installations;

[TestFixture]
public sealed class InstallationUuidTests
{
    [Test]
    public void A_random_UUID_is_written_in_lower_case([Range(1, 20)] int _)
    {
        var text = InstallationUuid.From(Guid.NewGuid()).ToString();

        Assert.That(text, Does.Match("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    }

    [TestCase("6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10")]
    [TestCase("6F1A9B52-7F0E-4C58-BF0C-2F1A7E2D9B10")]
    public void Its_text_is_read_in_either_case(string text)
    {
        var parsed = InstallationUuid.TryParse(text, out var uuid);

        Assert.That(parsed, Is.True);
        Assert.That(uuid!.ToString(), Is.EqualTo(text.ToLowerInvariant()));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("unknown")]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [TestCase("6f1a9b52-7f0e-1c58-9f0c-2f1a7e2d9b10", Description = "Version 1: host and time")]
    [TestCase("6f1a9b52-7f0e-7c58-9f0c-2f1a7e2d9b10", Description = "Version 7: time")]
    [TestCase("6f1a9b52-7f0e-4c58-cf0c-2f1a7e2d9b10", Description = "Another variant")]
    [TestCase("{6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10}")]
    [TestCase("urn:uuid:6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10")]
    [TestCase("6f1a9b527f0e4c589f0c2f1a7e2d9b10")]
    [TestCase(" 6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10")]
    public void Everything_else_is_none(string? text)
    {
        Assert.That(InstallationUuid.TryParse(text, out var uuid), Is.False);
        Assert.That(uuid, Is.Null);
        Assert.That(() => InstallationUuid.Parse(text), Throws.TypeOf<BrokenRule>());
    }

    [Test]
    public void A_UUID_that_is_not_random_is_refused() =>
        Assert.That(() => InstallationUuid.From(Guid.CreateVersion7()), Throws.TypeOf<BrokenRule>());

    [Test]
    public void Equal_texts_are_equal_UUIDs()
    {
        var uuid = InstallationUuid.From(Guid.NewGuid());

        Assert.That(InstallationUuid.Parse(uuid.ToString().ToUpperInvariant()), Is.EqualTo(uuid));
        Assert.That(InstallationUuid.From(Guid.NewGuid()), Is.Not.EqualTo(uuid));
    }
}

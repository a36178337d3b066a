using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Tests.Users;

internal sealed class AvatarTests
{
    [TestCase(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0 }, "image/png")]
    [TestCase(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "image/jpeg")]
    [TestCase(new byte[] { 0x47, 0x49, 0x46, 0x38, 0x39, 0x61 }, "image/gif")]
    [TestCase(new byte[] { 0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50 }, "image/webp")]
    public void A_picture_says_itself_what_it_is(byte[] content, string mediaType) =>
        Assert.That(Avatar.Create(1, content, DateTime.UnixEpoch).MediaType, Is.EqualTo(mediaType));

    [TestCase(new byte[0])]
    [TestCase(new byte[] { 0x3C, 0x73, 0x76, 0x67 })]
    public void What_browsers_do_not_show_as_a_picture_is_none(byte[] content) =>
        Assert.That(Assert.Throws<BrokenRule>(() => Avatar.Create(1, content, DateTime.UnixEpoch))!.Member, Is.EqualTo("avatar"));

    [Test]
    public void A_large_picture_is_refused() =>
        Assert.That(
            Assert.Throws<BrokenRule>(() => Avatar.Create(1, [0xFF, 0xD8, 0xFF, .. new byte[Avatar.ContentLimit]], DateTime.UnixEpoch))!.Message,
            Does.Contain("too large"));
}

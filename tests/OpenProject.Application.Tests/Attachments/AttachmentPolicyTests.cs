using OpenProject.Application.Attachments;

namespace OpenProject.Application.Tests.Attachments;

internal sealed class AttachmentPolicyTests
{
    [TestCase("cat.png", "image/png", true)]
    [TestCase("CAT.PDF", "application/octet-stream", true)]
    [TestCase("note.txt", "Text/Plain", true)]
    [TestCase("cat.exe", "application/x-msdownload", false)]
    [TestCase("pdf", "text/html", false)]
    [TestCase("image", "imaginary/png", false)]
    public void Types_are_allowed_by_media_type_or_by_ending(string name, string type, bool isAllowed) =>
        Assert.That(new AttachmentPolicy(1, ["image/*", "*.pdf", "text/plain"], TimeSpan.Zero).Allows(name, type), Is.EqualTo(isAllowed));

    [Test]
    public void Without_a_list_all_are() => Assert.That(new AttachmentPolicy(1, [], TimeSpan.Zero).Allows("cat.exe", "application/x-msdownload"), Is.True);
}

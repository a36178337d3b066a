using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Tests.Bcf;

internal sealed class BcfDocumentReferenceTests
{
    private readonly BcfDocumentReference reference = new(topicId: 1, BcfGuid.New());

    [Test]
    public void It_leads_here_or_elsewhere_and_may_change_its_mind()
    {
        reference.LeadTo(3, url: null, "The plan");
        Assert.That((reference.DocumentId, reference.Url, reference.Description), Is.EqualTo((3L, (string?)null, "The plan")));
        reference.LeadTo(documentId: null, "https://example.com/a", description: null);
        Assert.That((reference.DocumentId, reference.Url, reference.Description), Is.EqualTo(((long?)null, "https://example.com/a", (string?)null)));
    }

    [TestCase(null, null, "document_guid")]
    [TestCase(3L, "https://example.com", "document_guid")]
    [TestCase(null, "ftp://example.com", "url")]
    [TestCase(null, "javascript:alert(1)", "url")]
    [TestCase(null, "/relative", "url")]
    public void It_leads_to_one_thing_that_can_be_opened(long? documentId, string? url, string member) =>
        Assert.That(() => reference.LeadTo(documentId, url, null), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo(member));

    [Test]
    public void Its_texts_are_bounded()
    {
        var address = "https://example.com/" + new string('a', BcfDocumentReference.UrlLimit);

        Assert.That(() => reference.LeadTo(null, address, null), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("url"));
        Assert.That(
            () => reference.LeadTo(1, null, new string('d', BcfDocumentReference.DescriptionLimit + 1)),
            Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("description"));
    }
}

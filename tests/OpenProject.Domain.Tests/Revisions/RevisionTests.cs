using OpenProject.Domain.Common;
using OpenProject.Domain.Revisions;

namespace OpenProject.Domain.Tests.Revisions;

/// <summary>Commits to repositories.</summary>
internal sealed class RevisionTests
{
    [TestCase("Closes #12, see #7.", new long[] { 12, 7 })]
    [TestCase("#3 #3 (#4)", new long[] { 3, 4 })]
    [TestCase("a#5 &#39; /#6 #7x #99999999999999999999", new long[0])]
    [TestCase("", new long[0])]
    [TestCase(null, new long[0])]
    public void Messages_name_work_packages(string? message, long[] expected) => Assert.That(Revision.MentionedIn(message), Is.EqualTo(expected));

    [TestCase("11f4b07dff4f4ce9548a52b7d002daca7cd63ec6", "11f4b07d")]
    [TestCase("1047", "1047")]
    [TestCase("11f4b07dff4f4ce9548a52b7d002daca7cd63eg6", "11f4b07dff4f4ce9548a52b7d002daca7cd63eg6")]
    public void Hashes_are_shortened(string identifier, string expected) => Assert.That(Revision.Shorten(identifier), Is.EqualTo(expected));

    [TestCase(null, "Jonas", "https://code.example.net/1", "identifier")]
    [TestCase("1", " ", "https://code.example.net/1", "authorName")]
    [TestCase("1", "Jonas", "", "address")]
    [TestCase("1", "Jonas", "javascript:alert(1)", "address")]
    [TestCase("1", "Jonas", "/1", "address")]
    public void What_is_none_is_refused(string? identifier, string? author, string? address, string member) => Assert.That(
        () => Revision.Create(1, identifier, author, "", address, DateTime.UnixEpoch), Throws.InstanceOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo(member));
}

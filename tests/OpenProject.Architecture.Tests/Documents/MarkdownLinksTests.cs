namespace OpenProject.Architecture.Tests.Documents;

/// <summary>Every document can be followed.</summary>
[TestFixture]
public sealed class MarkdownLinksTests
{
    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.PathOf("."), "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories));

    [TestCaseSource(nameof(Files))]
    public void Links_within_the_repository_lead_somewhere(string file) =>
        Assert.That(MarkdownLinks.Broken(file, File.ReadAllText(file)), Is.Empty);

    [Test]
    public void A_link_that_leads_nowhere_is_caught() =>
        Assert.That(
            MarkdownLinks.Broken(Repository.PathOf("README.md"), "[a](docs/architecture.md#x) [b](https://x.example/y) [c](docs/missing.md) [d](#here)"),
            Is.EquivalentTo(new[] { "docs/missing.md" }));
}

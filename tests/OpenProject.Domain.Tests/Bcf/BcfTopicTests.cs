using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Tests.Bcf;

internal sealed class BcfTopicTests
{
    private static readonly BimSnippet Here = new(".ifc", IsExternal: false, "a.ifc", "IFC4");

    private readonly BcfTopic topic = new(workPackageId: 7);

    [Test]
    public void Labels_keep_their_order_and_come_once()
    {
        topic.Label(["MEP", " Own ", "MEP", "mep"]);

        Assert.That(topic.Labels, Is.EqualTo(new[] { "MEP", "Own", "mep" }));
        Assert.That(topic.LabelLines, Does.Contain(BcfTopic.LineOf("Own")).And.Not.Contain(BcfTopic.LineOf("Ow")));
        topic.Label([]);
        Assert.That((topic.LabelLines, topic.Labels.Count), Is.EqualTo(((string?)null, 0)));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("two\nlines")]
    [TestCase("a\u0007bell")]
    public void A_label_is_one_line_of_text(string label) => Refuses(() => topic.Label([label]), "labels");

    [Test]
    public void Lists_and_texts_are_bounded()
    {
        topic.Label([.. Enumerable.Range(0, BcfTopic.ListLimit).Select(n => $"{n}")]);
        topic.BelongTo(new string('s', BcfTopic.WordLimit));
        topic.Refer([new string('l', BcfTopic.LinkLimit)]);

        Refuses(() => topic.Label([.. Enumerable.Range(0, BcfTopic.ListLimit + 1).Select(n => $"{n}")]), "labels");
        Refuses(() => topic.Label([new string('l', BcfTopic.WordLimit + 1)]), "labels");
        Refuses(() => topic.BelongTo(new string('s', BcfTopic.WordLimit + 1)), "stage");
        Refuses(() => topic.Refer([new string('l', BcfTopic.LinkLimit + 1)]), "reference_links");
        Refuses(() => topic.Refer([.. Enumerable.Repeat("l", BcfTopic.ListLimit + 1)]), "reference_links");
        Refuses(() => topic.BeAbout([.. Enumerable.Repeat(new BcfModelFile(null, null, "f", null, null), BcfTopic.ListLimit + 1)]), "files");
        Refuses(() => topic.BeAbout([new BcfModelFile(null, null, null, null, new string('r', BcfTopic.LinkLimit + 1))]), "files");
    }

    [Test]
    public void The_bytes_of_a_snippet_stay_as_long_as_it_names_them()
    {
        Refuses(() => topic.KeepSnippet(1, "a.ifc"), "bim_snippet");
        Assert.That(topic.Carry(Here), Is.False);
        Refuses(() => topic.KeepSnippet(1, "b.ifc"), "bim_snippet");
        topic.KeepSnippet(1, "a.ifc");

        Assert.That((topic.Carry(Here with { Type = ".txt" }), topic.SnippetFileId), Is.EqualTo((false, 1L)));
        Assert.That((topic.Carry(Here with { Reference = "b.ifc" }), topic.SnippetFileId), Is.EqualTo((true, (long?)null)));
        topic.KeepSnippet(2, "b.ifc");
        Assert.That((topic.Carry(Here with { Reference = "b.ifc", IsExternal = true }), topic.SnippetFileId), Is.EqualTo((true, (long?)null)));
        Refuses(() => topic.KeepSnippet(3, "b.ifc"), "bim_snippet");
        Assert.That((topic.Carry(null), topic.SnippetType), Is.EqualTo((false, (string?)null)));
    }

    [Test]
    public void A_snippet_is_whole()
    {
        foreach (var wrong in new[] { Here with { Type = "" }, Here with { Reference = " " }, Here with { ReferenceSchema = "" }, Here with { Type = new string('t', BimSnippet.TypeLimit + 1) } })
            Refuses(() => topic.Carry(wrong), "bim_snippet");
    }

    [Test]
    public void What_happened_to_labels_is_the_difference()
    {
        var change = LabelChange.Between(["a", "b"], ["B", "b", "c"]);

        Assert.That(change.Removed, Is.EqualTo(new[] { "a" }));
        Assert.That(change.Added, Is.EqualTo(new[] { "B", "c" }));
    }

    [TestCase("0AAAAAAA-0000-4000-8000-00000000000F", "0aaaaaaa-0000-4000-8000-00000000000f")]
    [TestCase("{0aaaaaaa-0000-4000-8000-00000000000f}", null)]
    [TestCase("0aaaaaaa00004000800000000000000f", null)]
    [TestCase("nonsense", null)]
    [TestCase(null, null)]
    public void A_guid_is_found_in_any_case_and_one_form(string? text, string? kept) => Assert.That(BcfGuid.Find(text), Is.EqualTo(kept));

    private static void Refuses(Action act, string member) =>
        Assert.That(act, Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo(member));
}

using OpenProject.Domain.Common;
using OpenProject.Domain.Storages;

namespace OpenProject.Domain.Tests.Storages;

public sealed class RemotePathTests
{
    [TestCase("/", "/")]
    [TestCase("/a", "/a")]
    [TestCase("/a/b c/", "/a/b c")]
    public void A_path_goes_from_the_root_to_a_name(string text, string value) => Assert.That(RemotePath.Parse(text)!.Value, Is.EqualTo(value));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a")]
    [TestCase("//")]
    [TestCase("/a//b")]
    [TestCase("/a/../b")]
    [TestCase("/..")]
    [TestCase("/a/.")]
    [TestCase("/a\n")]
    public void What_leads_elsewhere_or_nowhere_is_no_path(string? text) => Assert.That(RemotePath.Parse(text), Is.Null);

    [Test]
    public void What_is_too_long_is_no_path()
    {
        Assert.That(RemotePath.Parse("/" + new string('a', RemotePath.NameLimit)), Is.Not.Null);
        Assert.That(RemotePath.Parse("/" + new string('a', RemotePath.NameLimit + 1)), Is.Null);
        Assert.That(RemotePath.Parse(string.Concat(Enumerable.Repeat("/abc", (RemotePath.Limit / 4) + 1))), Is.Null);
    }

    [TestCase("/a", "/", true)]
    [TestCase("/a/b", "/a", true)]
    [TestCase("/a", "/a", true)]
    [TestCase("/ab", "/a", false)]
    [TestCase("/", "/a", false)]
    public void A_place_is_within_what_it_begins_with(string path, string other, bool within) =>
        Assert.That(RemotePath.Parse(path)!.IsWithin(RemotePath.Parse(other)!), Is.EqualTo(within));

    [Test]
    public void The_ancestors_begin_at_the_root()
    {
        Assert.That(RemotePath.Parse("/a/b/c")!.Ancestors.Select(a => a.Value), Is.EqualTo(new[] { "/", "/a", "/a/b" }));
        Assert.That(RemotePath.Root.Ancestors, Is.Empty);
    }

    [Test]
    public void A_name_leads_one_step_down()
    {
        Assert.That(RemotePath.Root.Of("a", "?").Value, Is.EqualTo("/a"));
        Assert.That(RemotePath.Parse("/a")!.Of("b", "?").Value, Is.EqualTo("/a/b"));
        foreach (var name in new[] { "", " ", "..", "a/b", "a?", "a\0" })
            Assert.That(() => RemotePath.Root.Of(name, "?"), Throws.TypeOf<BrokenRule>(), name);
    }
}

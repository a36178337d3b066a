using OpenProject.Api.Hal;
using OpenProject.Api.V3;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Tests.Hal;

public sealed class QueryParserTests
{
    private static CollectionQuery Parse(CollectionRequest request) => QueryParser.Parse("/api/v3/x", request, new ApiV3Options());

    [TestCase(null, 20)]
    [TestCase("-1", 1000)]
    [TestCase("5000", 1000)]
    [TestCase("0", 0)]
    [TestCase("abc", 0)]
    [TestCase("99999999999999999999", 1000)]
    public void Page_sizes_are_clamped(string? text, int expected) =>
        Assert.That(Parse(new CollectionRequest { PageSize = text }).PageSize, Is.EqualTo(expected));

    [TestCase(null, 1)]
    [TestCase("0", 1)]
    [TestCase("-3", 1)]
    [TestCase("x", 1)]
    [TestCase("7", 7)]
    public void Pages_count_from_one(string? text, int expected) =>
        Assert.That(Parse(new CollectionRequest { Offset = text }).Offset, Is.EqualTo(expected));

    [Test]
    public void Orders_come_as_pairs_or_as_text()
    {
        var sorts = Parse(new CollectionRequest { SortBy = """[["updatedAt","desc"],"id:asc",["subject"]]""" }).Sorts;
        Assert.That(sorts, Is.EqualTo(new[] { new SortClause("updatedAt", true), new SortClause("id", false), new SortClause("subject", false) }));
    }

    [Test]
    public void Select_tells_members_of_the_collection_from_members_of_elements()
    {
        var select = Parse(new CollectionRequest { Select = "total, elements/id,elements/subject" }).Select!;
        Assert.Multiple(() =>
        {
            Assert.That(select.WantsMember("total"), Is.True);
            Assert.That(select.WantsMember("count"), Is.False);
            Assert.That(select.WantsOfElement("id"), Is.True);
            Assert.That(select.WantsOfElement("self"), Is.False);
        });
    }
}

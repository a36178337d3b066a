using OpenProject.Api.Hal;

namespace OpenProject.Api.Tests.Hal;

public sealed class CollectionRequestTests
{
    private static readonly CollectionRequestValidator Validator = new();

    [TestCase("""[{"a":{"operator":"=","values":["1",2]},"b":{"operator":"o"}},{"c":{"operator":"~","values":"x"}}]""", "a=1|2,bo,c~x")]
    [TestCase("""[{"a":{"operator":"=","values":[true,false,null]}}]""", "a=t|f|")]
    [TestCase("""[{"a":{"operator":"=","values":null}}]""", "a=")]
    [TestCase("[]", "")]
    public void Every_key_of_every_object_is_a_condition(string filters, string expected)
    {
        var request = new CollectionRequest { Filters = filters };

        Assert.That(RefusalOf(request), Is.Null);
        var conditions = QueryParser.Whole("/api/v3/x", request).Filters!;
        Assert.That(string.Join(',', conditions.Select(c => $"{c.Name}{c.Operator}{string.Join('|', c.Values)}")), Is.EqualTo(expected));
    }

    [TestCase("[{oops")]
    [TestCase(" ")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("""[{"a":1}]""")]
    [TestCase("""[{"a":{"values":[]}}]""")]
    [TestCase("""[{"a":{"operator":1}}]""")]
    [TestCase("""[{"a":{"operator":"=","values":[{}]}}]""")]
    [TestCase("""[{"a":{"operator":"=","values":{}}}]""")]
    [TestCase("""[{"a":{"operator":"=","values":["\ud800"]}}]""")]
    public void Filters_that_cannot_be_understood_are_refused(string filters) =>
        Assert.That(RefusalOf(new CollectionRequest { Filters = filters }), Is.EqualTo("The query parameter 'filters' is missing or malformed."));

    [TestCase("[[")]
    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("[[1]]")]
    [TestCase("""[["id","sideways"]]""")]
    [TestCase("""[["id","asc","desc"]]""")]
    [TestCase("[[]]")]
    public void Orders_that_cannot_be_understood_are_refused(string sortBy) =>
        Assert.That(RefusalOf(new CollectionRequest { SortBy = sortBy }), Is.EqualTo("The query parameter 'sortBy' is missing or malformed."));

    [TestCase("[1]")]
    [TestCase("[total")]
    public void Selections_that_cannot_be_understood_are_refused(string select) =>
        Assert.That(RefusalOf(new CollectionRequest { Select = select }), Is.EqualTo("The query parameter 'select' is missing or malformed."));

    [Test]
    public void There_are_a_hundred_filters_and_orders_and_ten_thousand_values_at_most()
    {
        Assert.That(RefusalOf(new CollectionRequest { Filters = Filters(100, 1) }), Is.Null);
        Assert.That(RefusalOf(new CollectionRequest { Filters = Filters(101, 1) }), Is.EqualTo("Filters At most 100 filters can be combined."));
        Assert.That(RefusalOf(new CollectionRequest { Filters = Filters(1, 10_000) }), Is.Null);
        Assert.That(RefusalOf(new CollectionRequest { Filters = Filters(1, 10_001) }), Is.EqualTo("Filters a filter has more than 10000 values."));
        Assert.That(RefusalOf(new CollectionRequest { SortBy = Orders(100) }), Is.Null);
        Assert.That(RefusalOf(new CollectionRequest { SortBy = Orders(101) }), Does.Contain("'sortBy'"));
    }

    [Test]
    public void Nothing_and_pages_of_any_kind_are_taken()
    {
        Assert.That(RefusalOf(new CollectionRequest()), Is.Null);
        Assert.That(RefusalOf(new CollectionRequest { Offset = "x", PageSize = "-5", SortBy = " ", Select = " " }), Is.Null);
    }

    private static string? RefusalOf(CollectionRequest request) => Validator.Validate(request).Errors.FirstOrDefault()?.ErrorMessage;

    private static string Filters(int count, int values) =>
        $"[{string.Join(',', Enumerable.Repeat($"{{\"a\":{{\"operator\":\"=\",\"values\":[{string.Join(',', Enumerable.Range(1, values))}]}}}}", count))}]";

    private static string Orders(int count) => $"[{string.Join(',', Enumerable.Repeat("\"id\"", count))}]";
}

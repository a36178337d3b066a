using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Performance;

/// <summary>How many queries custom fields take: one a page, and one more for each kind of thing that their values lead to.</summary>
public sealed class CustomFieldQueryTests
{
    private const int Rows = 4;

    private readonly SentQueries queries = new();
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer
        {
            TestServices = services => services
                .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)))
                .ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(queries)),
        };
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_page_of_work_packages_takes_one_query_for_all_their_fields()
    {
        var (text, list, user) = (await server.DefineAsync("Text", CustomFieldFormat.String), await server.DefineAsync("List", CustomFieldFormat.List, "a", "b"), await server.DefineAsync("Person", CustomFieldFormat.User));
        for (var count = 0; count < Rows; count++)
            Assert.That((await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", $$$"""{"subject":"s","customField{{{text}}}":"t"}""")).Status, Is.EqualTo(HttpStatusCode.Created));
        var filter = Uri.EscapeDataString($$$"""[{"customField{{{text}}}":{"operator":"=","values":["t"]}}]""");
        Assert.That(await AskAsync($"/api/v3/work_packages?filters={filter}"), Has.Count.LessThanOrEqualTo(5), "Nothing leads to a person.");

        var form = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages/form", new { });
        var option = form[$"_embedded/schema/customField{list}/_links/allowedValues/0/href"].GetString();
        var people = await client.GetJsonAsync(form[$"_embedded/schema/customField{user}/_links/allowedValues/href"].GetString()!);
        var person = people["_embedded/elements/0/_links/self/href"].GetString();
        var body = $$$$"""{"subject":"s","customField{{{{text}}}}":"t","_links":{"customField{{{{list}}}}":{"href":"{{{{option}}}}"},"customField{{{{user}}}}":{"href":"{{{{person}}}}"}}}""";
        for (var count = 0; count < Rows; count++)
            Assert.That((await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", body)).Status, Is.EqualTo(HttpStatusCode.Created), body);
        Assert.That(await AskAsync($"/api/v3/work_packages?filters={filter}&pageSize=30"), Has.Count.LessThanOrEqualTo(6));
    }

    [Test]
    public async Task A_page_whose_rows_have_no_fields_asks_for_none_and_items_are_named_with_the_values()
    {
        var sent = new SentQueries();
        using var demo = new ApiServer
        {
            TestServices = services => services
                .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)))
                .ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(sent)),
        };
        using var asking = demo.Client();
        async Task<IReadOnlyList<SentQuery>> SentAsync(string path)
        {
            await asking.GetJsonAsync(path);
            sent.Take();
            var answer = await asking.GetJsonAsync(path);
            Assert.That((answer.Status, answer["count"].GetInt32()), Is.EqualTo((HttpStatusCode.OK, answer["total"].GetInt32())), answer.ToString());
            return sent.Take();
        }

        var without = await SentAsync("/api/v3/projects/demo-project/work_packages?pageSize=100");
        var with = await SentAsync("/api/v3/projects/your-scrum-project/work_packages?pageSize=100");

        Assert.That(without.Count(q => q.Text.Contains("custom_values", StringComparison.Ordinal)), Is.Zero, "No type there has a field.");
        Assert.That(with.Count(q => q.Text.Contains("custom_values", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(with.Count(q => q.Text.Contains("hierarchy_items", StringComparison.Ordinal)), Is.EqualTo(1), "Names come with the values.");
        Assert.That(with, Has.Count.EqualTo(without.Count + 1));
    }

    [Test]
    public async Task Several_people_in_a_field_are_asked_for_at_once_and_no_more_than_a_hundred()
    {
        var field = await server.DefineAsync(new CustomFieldSpec("People", CustomizedKind.WorkPackage, CustomFieldFormat.User) { IsMulti = true });
        var people = (await client.GetJsonAsync("/api/v3/principals?pageSize=-1"))["_embedded/elements"].EnumerateArray()
            .Select(p => p.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!).ToList();
        async Task<(HttpStatusCode Status, int Count)> LinkAsync(IEnumerable<string> hrefs)
        {
            var links = string.Join(',', hrefs.Select(h => $$"""{"href":"{{h}}"}"""));
            var body = $$$"""{"subject":"s","_links":{"customField{{{field}}}":[{{{links}}}]} }""";
            queries.Take();
            var answer = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", body);
            return (answer.Status, queries.Take().Count);
        }

        var me = (await client.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString()!;
        await LinkAsync([me, me]);
        var (few, many) = (await LinkAsync([me, me]), await LinkAsync(Enumerable.Repeat(me, 300).Concat(people)));
        Assert.That(many.Count, Is.LessThanOrEqualTo(few.Count + 1));
        Assert.That((await LinkAsync(Enumerable.Range(1, 101).Select(id => $"/api/v3/users/{id}"))).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task A_comparison_reads_the_values_of_each_time_once()
    {
        await server.DefineAsync("Compared", CustomFieldFormat.String);
        var path = "/api/v3/work_packages?pageSize=50&timestamps=2030-01-01T00:00:00Z,PT0S";
        await client.GetJsonAsync(path);
        queries.Take();
        Assert.That((int)(await client.GetJsonAsync(path)).Status, Is.EqualTo(200));
        var sent = queries.Take();

        foreach (var table in new[] { "work_package_custom_values", "work_package_journal_custom_values" })
            Assert.That(sent.Count(query => query.Text.Contains($"\"{table}\"", StringComparison.Ordinal)), Is.EqualTo(1), table);
    }

    [Test]
    public async Task Groups_and_sums_take_one_query_more_however_many_fields_are_summed()
    {
        var list = await server.DefineAsync("Size", CustomFieldFormat.List, "a", "b");
        var option = (await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages/form", new { }))[$"_embedded/schema/customField{list}/_links/allowedValues/0/href"].GetString();
        var counts = new List<int>();
        for (var round = 0; round < 2; round++)
        {
            var numbers = new[] { await server.DefineAsync($"Number {round}", CustomFieldFormat.Int), await server.DefineAsync($"Share {round}", CustomFieldFormat.Float) };
            for (var count = 0; count < Rows; count++)
                Assert.That((await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", $$$"""{"subject":"s","customField{{{numbers[0]}}}":1,"customField{{{numbers[1]}}}":2,"_links":{"customField{{{list}}}":{"href":"{{{option}}}"} } }""")).Status, Is.EqualTo(HttpStatusCode.Created));
            var filter = Uri.EscapeDataString($$$"""[{"customField{{{list}}}":{"operator":"*","values":[]}}]""");
            counts.Add((await AskAsync($"/api/v3/work_packages?filters={filter}&groupBy=customField{list}&showSums=true&pageSize=30")).Count);
        }

        Assert.That(counts, Is.All.EqualTo(counts[0]).And.All.LessThanOrEqualTo(11));
    }

    private async Task<IReadOnlyList<SentQuery>> AskAsync(string path)
    {
        await client.GetJsonAsync(path);
        queries.Take();
        var answer = await client.GetJsonAsync(path);
        Assert.That((answer.Status, answer["count"].GetInt32()), Is.EqualTo((HttpStatusCode.OK, answer["total"].GetInt32())));
        return queries.Take();
    }
}

using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.SavedQueries;

/// <summary>The order that people give a query by hand.</summary>
[OnEachDatabase]
public sealed class QueryOrderTests(DatabaseProvider provider)
{
    private readonly List<long> ids = [];

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        project = (await client.PostJsonAsync("/api/v3/projects", new { name = "In order" }))["_links/self/href"].GetString()!;
        foreach (var subject in new[] { "A", "B", "C", "D" })
            ids.Add((await client.PostJsonAsync("/api/v3/work_packages", new { subject, _links = new { project = new { href = project } } }))["id"].GetInt64());
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Results_come_in_the_order_given_by_hand_and_the_rest_behind_them()
    {
        var made = await client.PostJsonAsync("/api/v3/queries", $$$$"""
            {"name":"By hand","orderedWorkPackages":{"{{{{ids[2]}}}}":1,"{{{{ids[0]}}}}":5},
            "_links":{"project":{"href":"{{{{project}}}}"},"sortBy":[{"href":"/api/v3/queries/sort_bys/manualSorting-asc"}]}}
            """);
        var order = made["_links/updateOrderedWorkPackages/href"].GetString()!;
        Assert.That(Subjects(made), Is.EqualTo("CABD"), made.ToString());

        var moved = await client.AnswerAsync(HttpMethod.Put, order, $$$"""{"delta":{"{{{ids[3]}}}":3,"{{{ids[0]}}}":-1}}""");
        Assert.That(moved["t"].GetDateTime(), Is.GreaterThan(DateTime.MinValue), moved.ToString());
        Assert.That((await client.GetJsonAsync(order)).Text, Is.EqualTo($$"""{"{{ids[2]}}":1,"{{ids[3]}}":3}"""));
        var shown = await client.GetJsonAsync(made["_links/self/href"].GetString()!);
        Assert.That(Subjects(shown), Is.EqualTo("CDAB"));
        var results = await client.GetJsonAsync(shown["_links/results/href"].GetString()!);
        Assert.That(string.Concat(results["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("subject").GetString())), Is.EqualTo("CDAB"));
    }

    [Test]
    public async Task Only_what_has_a_place_can_be_asked_for()
    {
        var made = await client.PostJsonAsync("/api/v3/queries", $$$$"""
            {"name":"Placed","orderedWorkPackages":{"{{{{ids[1]}}}}":1},
            "filters":[{"_links":{"filter":{"href":"/api/v3/queries/filters/manualSort"},"operator":{"href":"/api/v3/queries/operators/ow"}}}],
            "_links":{"project":{"href":"{{{{project}}}}"}}}
            """);

        Assert.That(Subjects(made), Is.EqualTo("B"), made.ToString());
        var elsewhere = await client.GetJsonAsync("""/api/v3/work_packages?filters=[{"manualSort":{"operator":"ow","values":[]}}]""");
        Assert.That(elsewhere["total"].GetInt32(), Is.Zero);
        Assert.That((await client.GetJsonAsync("/api/v3/work_packages?queryId=999999")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task What_is_no_order_is_refused_and_what_is_not_there_gets_no_place()
    {
        var self = (await client.PostJsonAsync("/api/v3/queries", new { name = "Strange order" }))["_links/self/href"].GetString()!;

        Assert.That((await client.AnswerAsync(HttpMethod.Put, self + "/order", """{"delta":5}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await client.AnswerAsync(HttpMethod.Patch, self + "/order", """{"delta":{"x":1}}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await client.AnswerAsync(HttpMethod.Put, self + "/order", "")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await client.AnswerAsync(HttpMethod.Put, self + "/order", """{"delta":{"999999":1}}""")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.GetJsonAsync(self + "/order")).Text, Is.EqualTo("{}"));
        Assert.That((await client.GetJsonAsync("/api/v3/queries/999999/order")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static string Subjects(ApiAnswer query) =>
        string.Concat(query["_embedded/results/_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("subject").GetString()));
}

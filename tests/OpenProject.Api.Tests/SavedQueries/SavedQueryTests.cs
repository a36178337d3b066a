using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.SavedQueries;

/// <summary>Queries over HTTP: from creation to removal, with their results.</summary>
[OnEachDatabase]
public sealed class SavedQueryTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/queries";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        project = Self(await client.PostJsonAsync("/api/v3/projects", new { name = "Queried" }));
        foreach (var (subject, hours) in new[] { ("Alpha", 1), ("Beta", 2), ("Gamma", 4) })
        {
            var made = await client.PostJsonAsync(
                "/api/v3/work_packages", new { subject, estimatedTime = $"PT{hours}H", _links = new { project = Link(project) } });
            Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        }
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_query_lives_from_its_creation_to_its_removal()
    {
        var made = await client.PostJsonAsync(Path, Body("All of it", """
            "sums":true,"timelineVisible":true,"timelineZoomLevel":"weeks","timelineLabels":{"left":"startDate","right":null},"showHierarchies":false,
            "highlightingMode":"priority","displayRepresentation":"card","includeSubprojects":false,"timestamps":["P-1D","PT0S"]
            """));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["_type"].GetString(), Is.EqualTo("Query"));
        Assert.That(made["timelineLabels"].GetRawText(), Is.EqualTo("""{"left":"startDate","right":null}"""));
        Assert.That((made["timelineZoomLevel"].GetString(), made["highlightingMode"].GetString(), made["displayRepresentation"].GetString()), Is.EqualTo(("weeks", "priority", "card")));
        Assert.That(Flags(made, "sums", "timelineVisible", "showHierarchies", "includeSubprojects", "public", "starred", "hidden"), Is.EqualTo(new[] { true, true, false, false, false, false, true }));
        Assert.That(made["timestamps"].GetRawText(), Is.EqualTo("""["P-1D","PT0S"]"""));
        Assert.That(Hrefs(made, "columns"), Is.EqualTo(new[] { "/api/v3/queries/columns/subject", "/api/v3/queries/columns/id" }));
        Assert.That(Hrefs(made, "sortBy"), Is.EqualTo(new[] { "/api/v3/queries/sort_bys/subject-desc" }));
        Assert.That(made["_links/groupBy/href"].GetString(), Is.EqualTo("/api/v3/queries/group_bys/status"));
        Assert.That(made["_embedded/user/login"].GetString(), Is.EqualTo("admin"));
        Assert.That(made["_embedded/columns/0/name"].GetString(), Is.EqualTo("Subject"));
        Assert.That(made["_embedded/groupBy/_type"].GetString(), Is.EqualTo("QueryGroupBy"));

        var changed = await client.PatchJsonAsync(Self(made), new { name = "Some of it", sums = false });
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That((changed["name"].GetString(), changed["sums"].GetBoolean(), changed["showHierarchies"].GetBoolean()), Is.EqualTo(("Some of it", false, false)));
        Assert.That(changed["_links/self/title"].GetString(), Is.EqualTo("Some of it"));

        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_query_is_answered_with_its_results()
    {
        var made = await client.PostJsonAsync(Path, Body("With results", "\"sums\":true"));
        var results = made["_embedded/results"];

        Assert.That(results.GetProperty("_type").GetString(), Is.EqualTo("WorkPackageCollection"));
        Assert.That(Subjects(made), Is.EqualTo(new[] { "Gamma", "Beta", "Alpha" }));
        Assert.That(results.GetProperty("groups")[0].GetProperty("count").GetInt32(), Is.EqualTo(3));
        Assert.That(results.GetProperty("totalSums").GetProperty("estimatedTime").GetString(), Is.EqualTo("PT7H"));
        Assert.That(results.GetProperty("_embedded").GetProperty("schemas").GetProperty("count").GetInt32(), Is.EqualTo(1));

        var same = await client.GetJsonAsync(made["_links/results/href"].GetString()!);
        Assert.That(same["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("subject").GetString()), Is.EqualTo(Subjects(made)), same.ToString());
        Assert.That(same["totalSums/estimatedTime"].GetString(), Is.EqualTo("PT7H"));
    }

    [Test]
    public async Task What_a_request_wants_otherwise_is_shown_and_not_stored()
    {
        var self = Self(await client.PostJsonAsync(Path, Body("Overridden")));
        const string Query = "?filters=[{\"subject\":{\"operator\":\"~\",\"values\":[\"a\"]}},{\"estimatedTime\":{\"operator\":\">=\",\"values\":[\"2\"]}}]"
            + "&sortBy=[[\"subject\",\"asc\"]]&groupBy=&showSums=true&pageSize=1&offset=2&columns[]=status&timelineVisible=true&showHierarchies=perhaps"
            + "&highlightingMode=status&highlightedAttributes=[]&timelineZoomLevel=years";

        var shown = await client.GetJsonAsync(self + Query);

        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK), shown.ToString());
        Assert.That(Subjects(shown), Is.EqualTo(new[] { "Gamma" }));
        Assert.That((shown["_embedded/results/total"].GetInt32(), shown["_embedded/results/offset"].GetInt32()), Is.EqualTo((2, 2)));
        Assert.That(shown["_links/groupBy/href"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(shown["filters/1/name"].GetString(), Is.EqualTo("Work"));
        Assert.That(Hrefs(shown, "columns"), Is.EqualTo(new[] { "/api/v3/queries/columns/status" }));
        Assert.That(Hrefs(shown, "highlightedAttributes"), Has.Length.GreaterThan(1));
        Assert.That(Flags(shown, "sums", "timelineVisible", "showHierarchies"), Is.EqualTo(new[] { true, true, true }));
        Assert.That(shown["_links/self/href"].GetString(), Does.StartWith(self + "?").And.Contain("pageSize=1"));
        Assert.That((await client.GetJsonAsync(shown["_links/self/href"].GetString()!))["highlightingMode"].GetString(), Is.EqualTo("status"));

        var stored = await client.GetJsonAsync(self);
        Assert.That(Subjects(stored), Is.EqualTo(new[] { "Gamma", "Beta", "Alpha" }));
        Assert.That(stored["_links/self/href"].GetString(), Is.EqualTo(self));
    }

    [TestCase("filters=[{\"nonsense\":{\"operator\":\"=\",\"values\":[]}}]")]
    [TestCase("filters=oops")]
    [TestCase("sortBy=[[\"nonsense\",\"asc\"]]")]
    [TestCase("groupBy=subject")]
    [TestCase("columns=nonsense")]
    [TestCase("timestamps=yesterday")]
    [TestCase("timestamps=1d,1d,1d,1d,1d,1d,1d,1d,1d,1d,1d")]
    [TestCase("timelineZoomLevel=centuries")]
    [TestCase("timelineLabels=[]")]
    [TestCase("highlightingMode=all")]
    public async Task What_cannot_be_shown_is_an_invalid_query(string query)
    {
        foreach (var path in new[] { Path + "/default", Path + "/1" })
        {
            var answer = await client.GetJsonAsync($"{path}?{query}");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
            Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":InvalidQuery"));
        }
    }

    [TestCase("portfolios", "demo-portfolio")]
    [TestCase("programs", "demo-program")]
    public async Task The_query_to_begin_with_in_a_workspace_links_to_what_that_is(string kind, string identifier)
    {
        var workspace = Self(await client.GetJsonAsync($"/api/v3/{kind}/{identifier}"));
        var query = await client.GetJsonAsync($"/api/v3/workspaces/{identifier}/queries/default");

        Assert.That(query["_links/project/href"].GetString(), Is.EqualTo(workspace), query.ToString());
    }

    [Test]
    public async Task Without_a_choice_there_is_a_query_to_begin_with()
    {
        var global = await client.GetJsonAsync(Path + "/default");
        var own = await client.GetJsonAsync($"{project}/queries/default?pageSize=2");
        var twin = await client.GetJsonAsync(project.Replace("projects", "workspaces", StringComparison.Ordinal) + "/queries/default");

        Assert.That(global["id"].ValueKind, Is.EqualTo(JsonValueKind.Null), global.ToString());
        Assert.That((global["_links/self/href"].GetString(), global["_links/self/title"].GetString()), Is.EqualTo((Path + "/default", "Default")));
        Assert.That(global["filters/0/_links/operator/href"].GetString(), Is.EqualTo("/api/v3/queries/operators/o"));
        Assert.That(Hrefs(global, "columns").Select(h => h!.Split('/')[^1]), Is.EqualTo(new[] { "id", "subject", "type", "status", "assignee", "priority" }));
        Assert.That(global["_links/project/href"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(global.Text, Does.Not.Contain("createdAt\":\"0001"));
        Assert.That(own["_links/project/href"].GetString(), Is.EqualTo(project));
        Assert.That(Subjects(own), Is.EqualTo(new[] { "Alpha", "Beta" }));
        Assert.That(own["_embedded/results/_links/createWorkPackage/href"].GetString(), Does.EndWith("/work_packages/form"));
        Assert.That(Subjects(twin), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task A_list_tells_of_queries_without_their_results()
    {
        var made = await client.PostJsonAsync(Path, Body("Listed"));
        var id = made["id"].GetInt64();
        var ofProject = await ListAsync($$$"""[{"project":{"operator":"=","values":["{{{project.Split('/')[^1]}}}"]}}]""");

        Assert.That(ofProject["_embedded/elements"].EnumerateArray().Select(q => q.GetProperty("id").GetInt64()), Does.Contain(id), ofProject.ToString());
        Assert.That(ofProject["_embedded/elements/0"].TryGetProperty("_embedded", out _), Is.False);
        Assert.That(ofProject["_embedded/elements/0/_links/results/href"].GetString(), Does.Contain("/work_packages?filters="));
        Assert.That((await ListAsync("""[{"project":{"operator":"!*","values":null}}]"""))["total"].GetInt32(), Is.EqualTo(0));
        Assert.That((await ListAsync($$$"""[{"id":{"operator":"=","values":["{{{id}}}"]}}]"""))["total"].GetInt32(), Is.EqualTo(1));
        Assert.That((await ListAsync("""[{"updated_at":{"operator":"t","values":[]}}]"""))["total"].GetInt32(), Is.GreaterThan(0));
        Assert.That((await ListAsync("""[{"name":{"operator":"=","values":["x"]}}]""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_query_is_starred_and_put_back()
    {
        var self = Self(await client.PostJsonAsync(Path, Body("A star")));

        var starred = await client.PatchJsonAsync(self + "/star");
        Assert.That(starred["starred"].GetBoolean(), Is.True, starred.ToString());
        Assert.That(starred["_links"].TryGetProperty("star", out _), Is.False);
        Assert.That(starred["_links/unstar/method"].GetString(), Is.EqualTo("patch"));
        Assert.That(starred["_embedded/results/total"].GetInt32(), Is.EqualTo(3));

        var plain = await client.PatchJsonAsync(self + "/unstar");
        Assert.That(plain["starred"].GetBoolean(), Is.False);
        Assert.That(plain["_links"].TryGetProperty("unstar", out _), Is.False);
    }

    [Test]
    public async Task A_query_goes_with_its_project_and_with_its_owner_when_nobody_else_sees_it()
    {
        var going = await client.PostJsonAsync("/api/v3/projects", new { name = "Going with queries" });
        await server.JoinAsync("planner", going["id"].GetInt64(), "Project admin");
        using var planner = await server.ClientOfAsync("planner");
        var inProject = Self(await client.PostJsonAsync(Path, new { name = "In it", _links = new { project = Link(Self(going)) } }));
        var secret = await planner.PostJsonAsync(Path, new { name = "Mine alone" });
        var open = await planner.PostJsonAsync(Path, new { name = "For all", @public = true });
        Assert.That((secret.Status, open.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created)), open.ToString());

        Assert.That((await client.DeleteJsonAsync(Self(going))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.DeleteJsonAsync(open["_links/user/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.Accepted));

        Assert.That((await client.GetJsonAsync(inProject)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var left = await client.GetJsonAsync(Self(open));
        Assert.That(left["_links/user/title"].GetString(), Is.EqualTo("Deleted user"), left.ToString());
        Assert.That(left["_links"].TryGetProperty("updateImmediately", out _), Is.True);
    }

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static bool[] Flags(ApiAnswer query, params string[] names) => [.. names.Select(n => query[n].GetBoolean())];

    private static string?[] Hrefs(ApiAnswer query, string rel) =>
        [.. query["_links/" + rel].EnumerateArray().Select(l => l.GetProperty("href").GetString())];

    private static string?[] Subjects(ApiAnswer query) =>
        [.. query["_embedded/results/_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("subject").GetString())];

    private string Body(string name, string more = "\"public\":false") => $$$$"""
        {"name":"{{{{name}}}}",{{{{more}}}},"_links":{"project":{"href":"{{{{project}}}}"},"groupBy":{"href":"/api/v3/queries/group_bys/status"},
        "columns":[{"href":"/api/v3/queries/columns/subject"},{"href":"/api/v3/queries/columns/id"}],
        "sortBy":[{"href":"/api/v3/queries/sort_bys/subject-desc"}]}}
        """;

    private Task<ApiAnswer> ListAsync(string filters) => client.GetJsonAsync($"{Path}?filters={Uri.EscapeDataString(filters)}");
}

using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Views;

/// <summary>Views over HTTP: each kind of them, what is refused, what lists can be asked, and who may do what.</summary>
[OnEachDatabase]
public sealed class ViewTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/views";

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider, ("ApiV3:LoginRequired", "false"));
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [TestCase("work_packages_table", "Views::WorkPackagesTable")]
    [TestCase("team_planner", "Views::TeamPlanner")]
    [TestCase("work_packages_calendar", "Views::WorkPackagesCalendar")]
    [TestCase("gantt", "Views::Gantt")]
    public async Task A_view_shows_a_query_and_goes_with_it(string kind, string type)
    {
        var query = await QueryAsync(client, "Shown as " + kind);
        var made = await client.PostJsonAsync($"{Path}/{kind}", Of(query));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["name"].GetString()), Is.EqualTo((type, "Shown as " + kind)));
        Assert.That((made["public"].GetBoolean(), made["starred"].GetBoolean()), Is.EqualTo((true, false)));
        Assert.That((made["_links/query/href"].GetString(), made["_links/project/href"].GetString()), Is.EqualTo((query, "/api/v3/projects/3")));
        Assert.That(made["_embedded/query/name"].GetString(), Is.EqualTo("Shown as " + kind));
        var self = made["_links/self/href"].GetString()!;

        await client.PatchJsonAsync(query, new { name = "Renamed" });
        await client.PatchJsonAsync(query + "/star");
        var seen = await client.GetJsonAsync(self);
        Assert.That((seen["name"].GetString(), seen["starred"].GetBoolean()), Is.EqualTo(("Renamed", true)), seen.ToString());
        Assert.That((await client.GetJsonAsync(query))["hidden"].GetBoolean(), Is.False);

        await client.DeleteJsonAsync(query);
        Assert.That((await client.GetJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_cannot_be_is_refused()
    {
        var query = await QueryAsync(client, "Shown once");
        await client.PostJsonAsync(Path + "/gantt", Of(query));

        await RefusedAsync(client.PostJsonAsync(Path + "/gantt", Of(query)), "Query has already been taken.");
        await RefusedAsync(client.PostJsonAsync(Path + "/gantt", Of("/api/v3/queries/999999")), "Query does not exist.");
        await RefusedAsync(client.PostJsonAsync(Path + "/gantt", "{}"), "Query can't be blank.");
        Assert.That((await client.PostJsonAsync(Path + "/pie", Of(query))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.PostJsonAsync(Path + "/1", Of(query))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync(Path + "/999999")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""[{"type":{"operator":"=","values":["Views::TeamPlanner"]}}]""", 1)]
    [TestCase("""[{"type":{"operator":"=","values":["team_planner"]}},{"project":{"operator":"=","values":["3"]}}]""", 1)]
    [TestCase("""[{"type":{"operator":"!","values":["work_packages_table"]}},{"id":{"operator":"=","values":["1","2","3","4"]}}]""", 2)]
    [TestCase("""[{"project":{"operator":"!*","values":[]}}]""", 0)]
    public async Task Lists_are_filtered(string filters, int least)
    {
        var list = await client.GetJsonAsync($"{Path}?filters={Uri.EscapeDataString(filters)}");
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        Assert.That(list["total"].GetInt32(), least == 0 ? Is.Zero : Is.GreaterThanOrEqualTo(least));
    }

    [Test]
    public async Task An_unknown_kind_cannot_be_asked_for() => Assert.That(
        (await client.GetJsonAsync(Path + """?filters=[{"type":{"operator":"=","values":["Views::Pie"]}}]""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    // The scrum project has no calendar.
    [TestCase("mira", "/api/v3/projects/3", "work_packages_calendar", 201)]
    [TestCase("mira", "/api/v3/projects/4", "work_packages_calendar", 403)]
    [TestCase("mira", "/api/v3/projects/4", "work_packages_table", 201)]
    [TestCase("jonas", "/api/v3/projects/3", "work_packages_table", 201)]
    [TestCase("nobody", "/api/v3/projects/3", "work_packages_table", 403)]
    public async Task Everybody_makes_views_of_own_queries_where_the_role_says(string who, string project, string kind, int expected)
    {
        using var person = await server.ClientOfAsync(who);
        var query = who == "nobody" ? "/api/v3/queries/1" : await QueryAsync(person, "Own", project, isPublic: false);

        var made = await person.PostJsonAsync($"{Path}/{kind}", Of(query));

        Assert.That((int)made.Status, Is.EqualTo(expected), made.ToString());
    }

    [Test]
    public async Task Those_see_a_view_who_see_its_query()
    {
        using var mira = await server.ClientOfAsync("mira");
        using var anonymous = server.Anonymous();
        var secret = (await mira.PostJsonAsync(Path + "/gantt", Of(await QueryAsync(mira, "Secret", isPublic: false))))["_links/self/href"].GetString()!;

        Assert.That((await mira.GetJsonAsync(secret)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.GetJsonAsync(secret)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await anonymous.GetJsonAsync(Path + "/1")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await anonymous.GetJsonAsync(Path + "?pageSize=1000")).Text, Does.Not.Contain("Secret"));
    }

    private static object Of(string query) => new { _links = new { query = new { href = query } } };

    private static async Task<string> QueryAsync(HttpClient owner, string name, string project = "/api/v3/projects/3", bool isPublic = true)
    {
        var made = await owner.PostJsonAsync("/api/v3/queries", new { name, @public = isPublic, _links = new { project = new { href = project } } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["_links/self/href"].GetString()!;
    }

    private static async Task RefusedAsync(Task<ApiAnswer> request, string message)
    {
        var answer = await request;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["message"].GetString()), Is.EqualTo(("query", message)));
    }
}

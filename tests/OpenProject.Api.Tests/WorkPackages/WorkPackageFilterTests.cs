using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Filters that look beyond the work package: at groups, roles, comments, the workspaces below, and intervals of time.</summary>
[OnEachDatabase]
public sealed class WorkPackageFilterTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none"));
        client = server.Client();
        foreach (var (name, parent) in new[] { ("above", null), ("here", "above"), ("left", "here"), ("right", "here"), ("lower", "left") })
            await MakeAsync(name, "/api/v3/projects", new { name, _links = new { parent = new { href = parent is null ? null : Link("projects", parent) } } });
        foreach (var (login, role) in new[] { ("ana", "Member"), ("ben", "Project admin"), ("cleo", "Member") })
        {
            await server.JoinAsync(login, ids["here"], role);
            using var person = await server.ClientOfAsync(login);
            ids[login] = (await person.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        }

        ids["crew"] = await server.GroupAsync("Crew", "ana", "ben");
        await WorkAsync("of ana", "here", "ana", "2026-03-02", "2026-03-06");
        await WorkAsync("of ben", "here", "ben", "2026-03-05", "2026-03-20");
        await WorkAsync("of cleo", "here", "cleo", null, "2026-04-01");
        await WorkAsync("of nobody", "here", null, null, null);
        foreach (var project in new[] { "above", "left", "right", "lower" })
            await WorkAsync("in " + project, project, null, null, null);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [TestCase("assigneeOrGroup", "=", "ana", "of ana")]
    [TestCase("assigneeOrGroup", "=", "crew", "of ana,of ben")]
    [TestCase("assigneeOrGroup", "!", "crew", "of cleo,of nobody")]
    [TestCase("assigneeOrGroup", "*", "", "of ana,of ben,of cleo")]
    [TestCase("assigneeOrGroup", "!*", "", "of nobody")]
    [TestCase("group", "=", "crew", "of ana,of ben")]
    [TestCase("group", "!", "crew", "of cleo,of nobody")]
    [TestCase("group", "*", "", "of ana,of ben")]
    [TestCase("group", "!*", "", "of cleo,of nobody")]
    [TestCase("role", "=", "Member", "of ana,of cleo")]
    [TestCase("role", "!", "Member", "of ben,of nobody")]
    [TestCase("role", "*", "", "of ana,of ben,of cleo")]
    [TestCase("role", "!*", "", "of nobody")]
    public async Task People_are_named_by_their_groups_and_roles(string filter, string symbol, string value, string expected)
    {
        if (value == "Member")
            ids[value] = (await client.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray().Single(r => r.GetProperty("name").GetString() == value).GetProperty("id").GetInt64();

        Assert.That(await SubjectsAsync($"/api/v3/projects/{ids["here"]}/work_packages", filter, symbol, ValuesOf(value), "&includeSubprojects=false"), Is.EqualTo(expected));
    }

    [TestCase("subproject", "=", "left", "in left,of ana,of ben,of cleo,of nobody")]
    [TestCase("subproject", "!", "left", "in lower,in right,of ana,of ben,of cleo,of nobody")]
    [TestCase("subproject", "*", "", "in left,in lower,in right,of ana,of ben,of cleo,of nobody")]
    [TestCase("subproject", "!*", "", "of ana,of ben,of cleo,of nobody")]
    [TestCase("onlySubproject", "=", "left", "in left")]
    [TestCase("onlySubproject", "=", "above", "")]
    [TestCase("onlySubproject", "!", "left", "in lower,in right")]
    [TestCase("only_subproject_id", "*", "", "in left,in lower,in right")]
    [TestCase("onlySubproject", "!*", "", "")]
    public async Task Workspaces_below_are_chosen_from(string filter, string symbol, string value, string expected) =>
        Assert.That(await SubjectsAsync($"/api/v3/projects/{ids["here"]}/work_packages", filter, symbol, ValuesOf(value)), Is.EqualTo(expected));

    [Test]
    public async Task Workspaces_below_are_below_one()
    {
        var answer = await client.GetJsonAsync($"{Work}?filters={Filters("subproject", "*", "[]")}");

        Assert.That((answer.Status, answer["errorIdentifier"].GetString()!.Split(':')[^1]), Is.EqualTo((HttpStatusCode.BadRequest, "InvalidQuery")));
    }

    [TestCase("2026-03-06", "2026-03-10", "of ana,of ben")]
    [TestCase("2026-03-07", "2026-03-10", "of ben")]
    [TestCase("", "2026-03-02", "of ana")]
    [TestCase("2026-03-21", "", "of cleo")]
    [TestCase("", "", "of ana,of ben,of cleo")]
    public async Task An_interval_is_overlapped(string from, string to, string expected) =>
        Assert.That(await SubjectsAsync(Work, "datesInterval", "<>d", $"[\"{from}\",\"{to}\"]"), Is.EqualTo(expected));

    [Test]
    public async Task Comments_are_searched_as_far_as_they_may_be_read()
    {
        using var ben = await server.ClientOfAsync("ben");
        using var ana = await server.ClientOfAsync("ana");
        var (open, confidential) = (Link("work_packages", "of ana"), Link("work_packages", "of ben"));
        await client.PostJsonAsync(open + "/activities", new { comment = new { raw = "Bring the blue ladder." } });
        await client.PostJsonAsync(confidential + "/activities", new { comment = new { raw = "The ladder is blue, and broken." }, @internal = true });

        Assert.That(await SubjectsAsync(Work, "comment", "~", "[\"LADDER blue\"]"), Is.EqualTo("of ana,of ben"));
        Assert.That(await SubjectsAsync(Work, "comment", "~", "[\"ladder red\"]"), Is.Empty);
        Assert.That(await SubjectsAsync(Work, "search", "**", "[\"ben broken\"]"), Is.EqualTo("of ben"), "one word in the subject, one in a comment");
        Assert.That(await SubjectsAsync(Work, "comment", "!~", "[\"ladder\"]", of: ana), Does.Contain("of ben").And.Not.Contain("of ana"));
        Assert.That(await SubjectsAsync(Work, "comment", "~", "[\"ladder\"]", of: ana), Is.EqualTo("of ana"));
        Assert.That(await SubjectsAsync(Work, "comment", "~", "[\"ladder\"]", of: ben), Is.EqualTo("of ana,of ben"));
    }

    [Test]
    public async Task Times_are_compared_by_day_or_by_moment()
    {
        var now = DateTime.Parse((await client.GetJsonAsync(Link("work_packages", "of ana")))["createdAt"].GetString()!, null, System.Globalization.DateTimeStyles.AdjustToUniversal);
        string At(int minutes) => now.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        async Task<bool> AnyAsync(string symbol, params string[] values) =>
            (await SubjectsAsync(Work, "createdAt", symbol, System.Text.Json.JsonSerializer.Serialize(values))).Contains("of ana", StringComparison.Ordinal);

        Assert.That(await AnyAsync("<>d", At(-60), At(60)), Is.True);
        Assert.That(await AnyAsync("<>d", At(30), At(60)), Is.False);
        Assert.That(await AnyAsync("<>d", "", At(-60)), Is.False);
        Assert.That(await AnyAsync("=d", At(-60)), Is.True, "the 24 hours that begin then");
        Assert.That(await AnyAsync("=d", At(60)), Is.False);
        Assert.That(await AnyAsync("<>d", now.AddDays(-1).ToString("yyyy-MM-dd"), now.AddDays(1).ToString("yyyy-MM-dd")), Is.True);
    }

    [Test]
    public async Task Groups_come_in_the_order_of_their_rows()
    {
        foreach (var (key, direction) in new[] { ("project", "asc"), ("project", "desc"), ("assignee", "asc"), ("assignee", "desc") })
        {
            var answer = await client.GetJsonAsync($"{Work}?groupBy={key}&sortBy=[[\"{key}\",\"{direction}\"]]&pageSize=100");
            var rows = answer["_embedded/elements"].EnumerateArray()
                .Select(e => e.GetProperty("_links").GetProperty(key)).Select(l => l.TryGetProperty("title", out var title) ? title.GetString() : null);
            Assert.That(answer["groups"].EnumerateArray().Select(g => g.GetProperty("value").GetString()), Is.EqualTo(rows.Distinct()), key + direction);
        }
    }

    private static string Filters(string filter, string symbol, string values) =>
        Uri.EscapeDataString($"[{{\"{filter}\":{{\"operator\":\"{symbol}\",\"values\":{values}}}}}]");

    private string ValuesOf(string name) => name.Length == 0 ? "[]" : $"[\"{ids[name]}\"]";

    private string Link(string kind, string name) => $"/api/v3/{kind}/{ids[name]}";

    private async Task<string> SubjectsAsync(string path, string filter, string symbol, string values, string more = "", HttpClient? of = null)
    {
        var answer = await (of ?? client).GetJsonAsync($"{path}?filters={Filters(filter, symbol, values)}&pageSize=100{more}");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return string.Join(',', answer["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("subject").GetString()).Order(StringComparer.Ordinal));
    }

    private async Task MakeAsync(string name, string path, object body)
    {
        var made = await client.PostJsonAsync(path, body);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        ids[name] = made["id"].GetInt64();
    }

    private Task WorkAsync(string subject, string project, string? assignee, string? start, string? due) => MakeAsync(
        subject,
        $"/api/v3/projects/{ids[project]}/work_packages",
        new { subject, startDate = start, dueDate = due, _links = new { assignee = new { href = assignee is null ? null : Link("users", assignee) } } });
}

using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Projects;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Tools that search, count and sum up over many things take in what API v3 shows their caller, and nothing else.</summary>
[OnEachDatabase]
public sealed class SummaryToolTests(DatabaseProvider provider)
{
    private const string Everything = "pageSize=1000&filters=%5B%5D";

    private readonly List<long> pages = [];
    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await McpWorld.StartAsync(provider);
        var admin = world.People["admin"];
        foreach (var project in world.People.Projects.Values)
        {
            var id = IdOf(project);
            await world.People.Server.ModulesAsync(id, [.. ProjectModules.All]);
            var blocked = await MadeAsync("/api/v3/work_packages", new { subject = "A Needle here", dueDate = "2020-01-02", _links = Of(project) });
            var other = await MadeAsync("/api/v3/work_packages", new { subject = "Another", estimatedTime = "PT2H", _links = Of(project) });
            await MadeAsync($"/api/v3/work_packages/{blocked}/relations", new { type = "blocks", _links = new { to = new { href = $"/api/v3/work_packages/{other}" } } });
            await MadeAsync("/api/v3/news", new { title = "News", summary = "of a needle", _links = new { project = new { href = project } } });
            foreach (var (hours, day) in new[] { ("PT1H30M", "2026-01-05"), ("PT1H", "2026-01-06"), ("PT30M", "2026-02-06") })
                await MadeAsync("/api/v3/time_entries", new { hours, spentOn = day, _links = new { entity = new { href = $"/api/v3/work_packages/{other}" } } });
            Assert.That((await admin.PatchJsonAsync(project, new { description = new { raw = "Where the needle is" } })).Status, Is.EqualTo(HttpStatusCode.OK));
            await using var scope = world.People.Server.Services.CreateAsyncScope();
            var contents = scope.ServiceProvider.GetRequiredService<ProjectContentService>();
            pages.Add(await contents.AddAsync(() => WikiPage.Create(id, 4, "Haystack", DateTime.UnixEpoch), "There is a NEEDLE.", CancellationToken.None));
            await contents.AddAsync(() => Meeting.Create(id, 4, "Needle talk", DateTime.UnixEpoch, minutes: 30, DateTime.UnixEpoch), text: null, CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    [Test]
    public async Task A_search_finds_of_every_kind_what_API_v3_shows()
    {
        var most = 0;
        foreach (var kind in McpWorld.Kinds)
        {
            var (_, found) = await world.CallAsync(kind, "search", new() { ["text"] = "needle" });
            Assert.That(found.EnumerateObject().Select(k => k.Name), Is.EqualTo(new[] { "work_packages", "wiki_pages", "meetings", "news", "projects" }));
            foreach (var (name, path) in new[] { ("work_packages", "work_packages"), ("meetings", "meetings"), ("news", "news"), ("projects", "projects") })
            {
                var there = await world.People[kind].GetJsonAsync($"/api/v3/{path}?{Everything}");
                var seen = there.Status == HttpStatusCode.Forbidden ? [] : there["_embedded/elements"].EnumerateArray()
                    .Where(e => e.GetRawText().Contains("needle", StringComparison.OrdinalIgnoreCase)).Select(e => e.GetProperty("id").GetInt64()).ToList();
                Assert.That(IdsOf(found, name), name == "projects" ? Is.EquivalentTo(seen) : Is.SubsetOf(seen), $"{name} for {kind}");
                most = Math.Max(most, IdsOf(found, name).Count);
            }

            var ofWikis = new List<long>();
            foreach (var id in pages)
            {
                if ((await world.People[kind].GetJsonAsync($"/api/v3/wiki_pages/{id}")).Status == HttpStatusCode.OK)
                    ofWikis.Add(id);
            }

            Assert.That(IdsOf(found, "wiki_pages"), Is.EquivalentTo(ofWikis), kind);
            var (_, wiki) = await world.CallAsync(kind, "search_wiki", new() { ["text"] = "needle there" });
            Assert.That(IdsOf(wiki), Is.EquivalentTo(ofWikis), kind);
        }

        var (_, all) = await world.CallAsync("admin", "search", new() { ["text"] = "needle" });
        Assert.That(all.EnumerateObject().Select(k => k.Value.GetProperty("total").GetInt32()), Is.All.EqualTo(2));
        Assert.That(most, Is.EqualTo(2));
    }

    [Test]
    public async Task A_search_is_narrowed_by_kinds_and_read_in_pages()
    {
        var (_, first) = await world.CallAsync("admin", "search", new() { ["text"] = "needle", ["kinds"] = new[] { "news", "meetings" }, ["page_size"] = 1 });
        var (_, second) = await world.CallAsync("admin", "search", new() { ["text"] = "needle", ["kinds"] = new[] { "news", "meetings" }, ["page_size"] = 1, ["page"] = 2 });
        var (_, full) = await world.CallAsync("admin", "search", new() { ["text"] = "needle", ["kinds"] = new[] { "projects" }, ["level_of_detail"] = "full" });
        var (isError, unknown) = await world.CallAsync("admin", "search", new() { ["text"] = "needle", ["kinds"] = new[] { "posts" } });
        var (_, wordless) = await world.CallAsync("admin", "search", new() { ["text"] = "  " });
        var (_, inOne) = await world.CallAsync("admin", "search_wiki", new() { ["text"] = "needle", ["project"] = "demo-project" });
        var (_, nowhere) = await world.CallAsync("reader", "search_wiki", new() { ["text"] = "needle", ["project"] = IdOf(world.People.Projects["private"]) });

        Assert.That(first.EnumerateObject().Select(k => k.Name), Is.EqualTo(new[] { "meetings", "news" }));
        Assert.That(first.GetProperty("news").GetProperty("nextPage").GetInt32(), Is.EqualTo(2));
        Assert.That(IdsOf(first, "news").Concat(IdsOf(second, "news")), Is.Unique);
        Assert.That(full.GetProperty("projects").GetProperty("items")[0].TryGetProperty("description", out _), Is.True);
        Assert.That((isError, unknown.GetProperty("code").GetString(), wordless.GetProperty("code").GetString()), Is.EqualTo((true, "invalid_arguments", "invalid_arguments")));
        Assert.That((IdsOf(inOne).Count, nowhere.GetProperty("code").GetString()), Is.EqualTo((1, "not_found")));
    }

    [Test]
    public async Task Relations_are_counted_by_what_they_are_to_the_work_package()
    {
        var there = await world.People["admin"].GetJsonAsync("/api/v3/relations?pageSize=1000&filters=%5B%7B%22type%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22blocks%22%5D%7D%7D%5D");
        foreach (var relation in there["_embedded/elements"].EnumerateArray())
        {
            foreach (var (end, name) in new[] { ("from", "blocks"), ("to", "blocked") })
            {
                var id = relation.GetProperty("_links").GetProperty(end).GetProperty("href").GetString()!.Split('/')[^1];
                var (_, work) = await world.CallAsync("admin", "get_work_package", new() { ["id"] = id });
                Assert.That(work.GetProperty("relations").EnumerateObject().Select(r => (r.Name, r.Value.GetInt32())), Does.Contain((name, 1)), work.GetRawText());
            }
        }

        Assert.That(there["total"].GetInt32(), Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public async Task An_overview_counts_what_API_v3_lists()
    {
        foreach (var (place, project) in world.People.Projects)
        {
            foreach (var kind in McpWorld.Kinds)
            {
                var (isError, overview) = await world.CallAsync(kind, "project_overview", new() { ["project"] = IdOf(project) });
                var seen = await world.People[kind].GetJsonAsync(project);
                Assert.That(isError, Is.EqualTo(seen.Status == HttpStatusCode.NotFound), $"{kind}, {place}");
                if (isError)
                    continue;

                var filter = Uri.EscapeDataString($$$"""[{"project":{"operator":"=","values":["{{{IdOf(project)}}}"]}}]""");
                var work = (await world.People[kind].GetJsonAsync($"/api/v3/work_packages?pageSize=1000&filters={filter}"))["_embedded/elements"].EnumerateArray().ToList();
                var counted = overview.GetProperty("work_packages");
                Assert.That(counted.GetProperty("total").GetInt32(), Is.EqualTo(work.Count), $"{kind}, {place}");
                foreach (var (list, link) in new[] { ("by_status", "status"), ("by_type", "type") })
                {
                    Assert.That(
                        counted.GetProperty(list).EnumerateArray().Select(c => (c.GetProperty("name").GetString(), c.GetProperty("open").GetInt32() + c.GetProperty("closed").GetInt32())),
                        Is.EquivalentTo(work.GroupBy(w => w.GetProperty("_links").GetProperty(link).GetProperty("title").GetString()).Select(g => (g.Key, g.Count()))), $"{list} for {kind}, {place}");
                }

                Assert.That(counted.GetProperty("overdue").GetInt32(), Is.GreaterThanOrEqualTo(1).And.LessThanOrEqualTo(work.Count(w => w.TryGetProperty("dueDate", out var due) && due.ValueKind == JsonValueKind.String)));
                var budgets = await world.People[kind].GetJsonAsync(project + "/budgets");
                Assert.That(overview.TryGetProperty("budgets", out _), Is.EqualTo(budgets.Status == HttpStatusCode.OK), $"{kind}, {place}");
                var time = await world.People[kind].GetJsonAsync($"/api/v3/time_entries?pageSize=1000&filters={filter.Replace("project", "project_id", StringComparison.Ordinal)}");
                var hours = time.Status == HttpStatusCode.OK ? time["_embedded/elements"].EnumerateArray().Sum(HoursOf) : (double?)null;
                Assert.That(overview.TryGetProperty("time", out var told) ? told.GetProperty("hours").GetDouble() : (double?)null, Is.EqualTo(hours), $"{kind}, {place}");
            }
        }
    }

    [Test]
    public async Task A_timesheet_sums_up_what_API_v3_lists()
    {
        foreach (var kind in McpWorld.Kinds)
        {
            var filter = Uri.EscapeDataString("""[{"spent_on":{"operator":"<>d","values":["2026-01-01","2026-01-31"]}}]""");
            var there = await world.People[kind].GetJsonAsync("/api/v3/time_entries?pageSize=1000&filters=" + filter);
            foreach (var by in new[] { "day", "user", "project" })
            {
                var (isError, sheet) = await world.CallAsync(kind, "timesheet", new() { ["from"] = "2026-01-01", ["to"] = "2026-01-31", ["by"] = by });
                Assert.That(isError ? sheet.GetProperty("code").GetString() : "", Is.EqualTo(there.Status == HttpStatusCode.Forbidden ? "forbidden" : ""), kind);
                if (isError)
                    continue;
                var entries = there["_embedded/elements"].EnumerateArray().ToList();
                Assert.That((sheet.GetProperty("entries").GetInt32(), sheet.GetProperty("hours").GetDouble()), Is.EqualTo((entries.Count, entries.Sum(HoursOf))), $"{by} for {kind}");
                var expected = entries.GroupBy(e => by == "day" ? e.GetProperty("spentOn").GetString() : e.GetProperty("_links").GetProperty(by).GetProperty("title").GetString()).Select(g => (g.Key, g.Count(), g.Sum(HoursOf)));
                var rows = sheet.GetProperty("items").EnumerateArray().Select(r => (r.GetProperty(by == "day" ? "day" : "name").GetString(), r.GetProperty("entries").GetInt32(), r.GetProperty("hours").GetDouble()));
                Assert.That(rows, Is.EquivalentTo(expected), $"{by} for {kind}");
            }
        }

        var (_, all) = await world.CallAsync("admin", "timesheet", new() { ["from"] = "2026-01-01", ["to"] = "2026-01-31" });
        var (_, one) = await world.CallAsync("admin", "timesheet", new() { ["from"] = "2026-01-01", ["to"] = "2026-01-31", ["project"] = "demo-project" });
        Assert.That((all.GetProperty("hours").GetDouble(), one.GetProperty("hours").GetDouble()), Is.EqualTo((5.0, 2.5)));
        Assert.That((await world.CallAsync("admin", "timesheet", new() { ["from"] = "2026-01-01", ["to"] = "2026-01-31", ["user_id"] = 4711 })).Content.GetProperty("hours").GetDouble(), Is.Zero);
        foreach (var (from, to) in new[] { ("2026-01-02", "2026-01-01"), ("2026-01-01", "2027-01-02") })
            Assert.That((await world.CallAsync("admin", "timesheet", new() { ["from"] = from, ["to"] = to })).Content.GetProperty("code").GetString(), Is.EqualTo("invalid_arguments"));
    }

    [Test]
    public async Task What_was_done_in_a_project_is_what_was_done_to_its_work_packages()
    {
        foreach (var kind in McpWorld.Kinds)
        {
            foreach (var (place, project) in world.People.Projects)
            {
                var work = await world.People[kind].GetJsonAsync($"{project}/work_packages?pageSize=1000&includeSubprojects=false&filters=%5B%5D");
                var (code, ids) = await world.SearchAsync(kind, "list_activities", new() { ["project"] = IdOf(project), ["since"] = "2020-01-01", ["page_size"] = 20 });
                Assert.That(code, Is.EqualTo(work.Status == HttpStatusCode.OK ? null : "not_found"), $"{kind}, {place}");
                if (code is not null)
                    continue;
                var there = new List<long>();
                foreach (var one in work["_embedded/elements"].EnumerateArray())
                    there.AddRange((await world.People[kind].GetJsonAsync($"/api/v3/work_packages/{one.GetProperty("id")}/activities"))["_embedded/elements"].EnumerateArray().Select(a => a.GetProperty("id").GetInt64()));
                Assert.That(ids, Is.EqualTo(there.OrderDescending().Select(id => $"{id}")), $"{kind}, {place}");
            }
        }

        Assert.That((await world.SearchAsync("admin", "list_activities", new() { ["project"] = "demo-project", ["since"] = "2999-01-01" })).Ids, Is.Empty);
        foreach (var arguments in new Dictionary<string, object?>[] { [], new() { ["project"] = 3 }, new() { ["since"] = "2026-01-01" }, new() { ["work_package_id"] = 2, ["since"] = "2026-01-01" } })
            Assert.That((await world.CallAsync("admin", "list_activities", arguments)).Content.GetProperty("code").GetString(), Is.EqualTo("invalid_arguments"));
    }

    private static object Of(string project) => new { project = new { href = project }, type = new { href = "/api/v3/types/1" } };

    private static long IdOf(string path) => long.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static double HoursOf(JsonElement entry) => System.Xml.XmlConvert.ToTimeSpan(entry.GetProperty("hours").GetString()!).TotalHours;

    private static List<long> IdsOf(JsonElement found, string kind) => IdsOf(found.GetProperty(kind));

    private static List<long> IdsOf(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64())];

    private async Task<long> MadeAsync(string path, object body)
    {
        var made = await world.People["admin"].PostJsonAsync(path, body);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }
}

using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Projects;
using OpenProject.Application.Sprints;
using OpenProject.Domain.Documents;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Sprints;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Whoever asks, tools that read tell of the rows that API v3 tells him of, and of no others.</summary>
[OnEachDatabase]
public sealed class ToolReadTests(DatabaseProvider provider)
{
    private const string Everything = "pageSize=1000&filters=%5B%5D";
    private const string People = "/api/v3/principals?pageSize=1000&filters=%5B%7B%22type%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22User%22%5D%7D%7D%5D";

    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await McpWorld.StartAsync(provider);
        var admin = world.People["admin"];
        foreach (var project in world.People.Projects.Values)
        {
            var work = new { subject = "Seen where one may", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } };
            Assert.That((await admin.PostJsonAsync("/api/v3/work_packages", work)).Status, Is.EqualTo(HttpStatusCode.Created));
            var version = new { name = "Of " + project, _links = new { definingProject = new { href = project } } };
            Assert.That((await admin.PostJsonAsync("/api/v3/versions", version)).Status, Is.EqualTo(HttpStatusCode.Created));
        }

        await admin.PostJsonAsync("/api/v3/work_packages/2/activities", new { comment = new { raw = "For all" } });
        await admin.PostJsonAsync("/api/v3/work_packages/2/activities", new { comment = new { raw = "For few" }, @internal = true });
        await admin.PostJsonAsync("/api/v3/work_packages/2/relations", new { type = "relates", _links = new { to = new { href = "/api/v3/work_packages/3" } } });
        var spent = new { hours = "PT1H", spentOn = "2026-01-05", _links = new { entity = new { href = "/api/v3/work_packages/2" } } };
        Assert.That((await admin.PostJsonAsync("/api/v3/time_entries", spent)).Status, Is.EqualTo(HttpStatusCode.Created));
        var me = (await admin.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString();
        Assert.That((await admin.PostJsonAsync("/api/v3/work_packages/2/watchers", new { user = new { href = me } })).Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await admin.UploadAsync("/api/v3/work_packages/2/attachments", "notes.txt", [1, 2, 3])).Status, Is.EqualTo(HttpStatusCode.Created));
        await using (var scope = world.People.Server.Services.CreateAsyncScope())
        {
            // API v3 makes none of these.
            var (services, now) = (scope.ServiceProvider, DateTime.UnixEpoch);
            var contents = services.GetRequiredService<ProjectContentService>();
            await contents.AddAsync(() => Document.Create(3, 4, "Document", now), "Text", CancellationToken.None);
            await contents.AddAsync(() => Meeting.Create(3, 4, "Meeting", now, minutes: 30, now), text: null, CancellationToken.None);
            await world.People.Server.ModulesAsync(3, [.. ProjectModules.All]);
            await services.GetRequiredService<SprintService>().AddAsync(3, "Sprint", description: null, start: null, finish: null, SprintStatus.InPlanning, now, CancellationToken.None);
        }

        var news = new { title = "News", _links = new { project = new { href = "/api/v3/projects/3" } } };
        Assert.That((await admin.PostJsonAsync("/api/v3/news", news)).Status, Is.EqualTo(HttpStatusCode.Created));
        var mine = new { subject = "Mine", _links = new { project = new { href = "/api/v3/projects/3" }, type = new { href = "/api/v3/types/1" }, assignee = new { href = me } } };
        Assert.That((await admin.PostJsonAsync("/api/v3/work_packages", mine)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    [TestCase("list_statuses", "", "/api/v3/statuses")]
    [TestCase("list_types", "", "/api/v3/types")]
    [TestCase("search_projects", "", "/api/v3/projects?" + Everything)]
    [TestCase("search_programs", "", "/api/v3/programs?" + Everything)]
    [TestCase("search_portfolios", "", "/api/v3/portfolios?" + Everything)]
    [TestCase("search_users", "", People)]
    [TestCase("search_users", "search_term=mir", "/api/v3/principals?pageSize=1000&filters=%5B%7B%22name%22%3A%7B%22operator%22%3A%22~%22%2C%22values%22%3A%5B%22mir%22%5D%7D%7D%5D")]
    [TestCase("search_versions", "", "/api/v3/versions?" + Everything)]
    [TestCase("search_work_packages", "", "/api/v3/work_packages?" + Everything)]
    [TestCase("search_time_entries", "spent_since=2020-01-01,spent_until=2030-01-01", "/api/v3/time_entries?" + Everything)]
    [TestCase("list_work_package_relations", "work_package_id=2", "/api/v3/work_packages/2/relations")]
    [TestCase("query_work_packages", "filters=[]", "/api/v3/work_packages?" + Everything)]
    [TestCase("query_work_packages", "project=demo-project", "/api/v3/projects/demo-project/work_packages?pageSize=1000")]
    [TestCase("list_my_work_packages", "", "/api/v3/work_packages?pageSize=1000&sortBy=%5B%5B%22dueDate%22%2C%22asc%22%5D%5D&filters=%5B%7B%22assignee%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22me%22%5D%7D%7D%2C%7B%22status%22%3A%7B%22operator%22%3A%22o%22%7D%7D%5D")]
    [TestCase("list_priorities", "", "/api/v3/priorities")]
    [TestCase("list_project_types", "project=3", "/api/v3/projects/3/types")]
    [TestCase("list_available_assignees", "project=3", "/api/v3/projects/3/available_assignees")]
    [TestCase("list_watchers", "work_package_id=2", "/api/v3/work_packages/2/watchers")]
    [TestCase("list_memberships", "", "/api/v3/memberships?" + Everything)]
    [TestCase("list_groups", "", "/api/v3/groups?" + Everything)]
    [TestCase("list_roles", "", "/api/v3/roles")]
    [TestCase("list_news", "", "/api/v3/news?" + Everything)]
    [TestCase("list_attachments", "work_package_id=2", "/api/v3/work_packages/2/attachments")]
    [TestCase("list_activities", "work_package_id=2", "/api/v3/work_packages/2/activities")]
    [TestCase("list_saved_queries", "", "/api/v3/queries?filters=%5B%5D")]
    [TestCase("list_meetings", "", "/api/v3/meetings?" + Everything)]
    [TestCase("list_documents", "", "/api/v3/documents?" + Everything)]
    [TestCase("list_sprints", "", "/api/v3/sprints?" + Everything)]
    [TestCase("list_boards", "", "/api/v3/grids?pageSize=1000")]
    [TestCase("list_boards", "project=demo-project", "/api/v3/grids?filters=%5B%7B%22scope%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22%2Fprojects%2Fdemo-project%2Fboards%22%5D%7D%7D%5D")]
    [TestCase("list_backlog", "project=demo-project", "/api/v3/projects/demo-project/work_packages?pageSize=1000&filters=%5B%7B%22status%22%3A%7B%22operator%22%3A%22o%22%7D%7D%2C%7B%22sprint%22%3A%7B%22operator%22%3A%22!*%22%7D%7D%5D")]
    [TestCase("list_categories", "project=3", "/api/v3/projects/3/categories")]
    [TestCase("list_budgets", "project=3", "/api/v3/projects/3/budgets")]
    public async Task A_list_has_the_rows_of_API_v3(string tool, string arguments, string path)
    {
        var most = 0;
        foreach (var kind in McpWorld.Kinds)
        {
            var there = await world.People[kind].GetJsonAsync(path);
            var (code, ids) = await world.SearchAsync(kind, tool, Arguments(arguments));

            Assert.That(code, Is.EqualTo(CodeOf(there.Status)), $"{tool} for {kind}: {there.Status}");
            if (code is null)
            {
                // API v3 orders principals otherwise than users, and has no list of users that everybody may see.
                var seen = there["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").ToString()).ToList();
                Assert.That(ids, Is.EquivalentTo(seen), $"{tool} for {kind}");
                if (tool != "search_users")
                    Assert.That(ids, Is.EqualTo(seen), $"the order of {tool} for {kind}");
            }

            most = Math.Max(most, ids.Count);
        }

        Assert.That(most, Is.GreaterThan(0), "somebody sees something, or nothing was compared");
    }

    private static string? CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.NotFound => "not_found",
        HttpStatusCode.Forbidden => "forbidden",
        _ => $"nothing for {status}",
    };

    [Test]
    public async Task Comments_are_those_that_one_may_read_the_newest_first_with_reactions()
    {
        var activities = await world.People["admin"].GetJsonAsync("/api/v3/work_packages/2/activities");
        var spoken = activities["_embedded/elements"].EnumerateArray().First(a => a.GetProperty("comment").GetProperty("raw").GetString() == "For all").GetProperty("id");
        await world.People["admin"].PatchJsonAsync($"/api/v3/activities/{spoken}/emoji_reactions", new { reaction = "heart" });

        var (_, all) = await world.CallAsync("admin", "list_work_package_comments", Arguments("work_package_id=2"));
        var (_, few) = await world.CallAsync("reader", "list_work_package_comments", Arguments("work_package_id=2"));

        Assert.That(all.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("comment").GetProperty("raw").GetString()), Is.EqualTo(new[] { "For few", "For all" }));
        Assert.That(few.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("comment").GetProperty("raw").GetString()), Is.EqualTo(new[] { "For all" }));
        Assert.That(few.GetProperty("items")[0].GetProperty("_embedded").GetProperty("emojiReactions").GetProperty("total").GetInt32(), Is.EqualTo(1));
        Assert.That(few.GetProperty("items")[0].TryGetProperty("details", out _), Is.False);
    }

    [Test]
    public async Task The_current_user_is_who_calls()
    {
        var (_, me) = await world.CallAsync("member", "current_user");

        Assert.That(me.GetProperty("login").GetString(), Is.EqualTo("mira"));
        Assert.That(me.TryGetProperty("admin", out _), Is.False);
    }

    [Test]
    public async Task Work_packages_are_found_by_what_one_knows_and_told_in_short()
    {
        var (_, found) = await world.CallAsync("member", "search_work_packages", new() { ["id"] = new[] { 2, 3 }, ["subject"] = "CONFERENCE" });
        var item = found.GetProperty("items").EnumerateArray().Single();

        Assert.That(item.GetProperty("id").GetInt64(), Is.EqualTo(2));
        Assert.That(item.TryGetProperty("description", out _), Is.False);
        Assert.That(item.GetProperty("_links").EnumerateObject().Select(l => l.Name), Is.EquivalentTo(new[] { "project", "status", "type", "author", "assignee" }));

        var (_, full) = await world.CallAsync("member", "search_work_packages", new() { ["id"] = "2", ["level_of_detail"] = "full" });
        Assert.That(full.GetProperty("items")[0].GetProperty("description").GetProperty("format").GetString(), Is.EqualTo("markdown"));

        var (_, selected) = await world.CallAsync("member", "search_work_packages", new() { ["id"] = 2, ["select"] = new[] { "subject", "status" } });
        Assert.That(selected.GetProperty("items")[0].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "subject", "_links" }));
    }

    [TestCase("get_work_package", "id", 2, "/api/v3/work_packages/2")]
    [TestCase("get_project", "project", 3, "/api/v3/projects/3")]
    [TestCase("get_news", "id", 1, "/api/v3/news/1")]
    [TestCase("get_wiki_page", "id", 4, "/api/v3/wiki_pages/4")]
    [TestCase("get_document", "id", 1, "/api/v3/documents/1")]
    [TestCase("get_meeting", "id", 2, "/api/v3/meetings/2")]
    [TestCase("get_sprint", "id", 1, "/api/v3/sprints/1")]
    [TestCase("get_board", "id", 1, "/api/v3/grids/1")]
    public async Task One_is_read_by_those_who_see_it(string tool, string argument, int id, string path)
    {
        var hidden = world.People.Projects["private"].Split('/')[^1];
        var seen = 0;
        foreach (var kind in McpWorld.Kinds)
        {
            var (isError, one) = await world.CallAsync(kind, tool, new() { [argument] = id });
            Assert.That(isError ? HttpStatusCode.NotFound : HttpStatusCode.OK, Is.EqualTo((await world.People[kind].GetJsonAsync(path)).Status), kind);
            if (!isError)
                Assert.That(one.GetProperty("id").GetInt32(), Is.EqualTo(id));
            seen += isError ? 0 : 1;
        }

        Assert.That(seen, Is.GreaterThan(0));

        Assert.That((await world.CallAsync("member", "get_project", new() { ["project"] = hidden })).Content.GetProperty("code").GetString(), Is.EqualTo("not_found"));
    }

    [Test]
    public async Task Names_are_resolved_at_once_out_of_what_one_sees()
    {
        var hidden = (await world.People["admin"].GetJsonAsync(world.People.Projects["private"]))["name"].GetString();
        var arguments = new Dictionary<string, object?> { ["projects"] = new[] { "Demo project", hidden! }, ["types"] = new[] { "task" }, ["statuses"] = new[] { "no such status" }, ["users"] = new[] { "mira" } };
        var (_, seen) = await world.CallAsync("admin", "resolve", arguments);
        var (_, few) = await world.CallAsync("member", "resolve", arguments);
        var (isError, refused) = await world.CallAsync("member", "resolve", new() { ["types"] = Enumerable.Repeat("task", 12).ToArray(), ["users"] = Enumerable.Repeat("a", 12).ToArray() });

        Assert.That(seen.GetProperty("projects").EnumerateArray().Select(p => p.GetProperty("matches").GetArrayLength()), Is.All.GreaterThan(0));
        Assert.That(few.GetProperty("projects").EnumerateArray().Select(p => p.GetProperty("matches").GetArrayLength() > 0), Is.EqualTo(new[] { true, false }));
        Assert.That(few.GetProperty("types")[0].GetProperty("matches")[0].GetProperty("name").GetString(), Is.EqualTo("Task"));
        Assert.That(few.GetProperty("statuses")[0].GetProperty("matches").GetArrayLength(), Is.Zero);
        Assert.That(few.GetProperty("users")[0].GetProperty("matches").GetArrayLength(), Is.EqualTo(1));
        Assert.That((isError, refused.GetProperty("error").GetString()), Is.EqualTo((true, "Give at most 20 names in all.")));
        Assert.That((await world.CallAsync("member", "resolve")).Content.EnumerateObject(), Is.Empty);
    }

    [Test]
    public async Task No_tool_that_reads_goes_untried()
    {
        var compared = GetType().GetMethods().SelectMany(method => method.GetCustomAttributes<TestCaseAttribute>()).Select(test => test.Arguments[0] as string);

        // These have tests of their own, here or beside (SummaryToolTests, ContentToolTests).
        string[] others =
        [
            "current_user", "resolve", "run_saved_query", "get_work_packages", "get_work_package_schema", "list_working_days", "list_time_entry_activities", "list_work_package_comments",
            "search_custom_fields", "search_custom_field_items", "get_attachment", "get_job", "list_notifications", "list_reminders",
            "search", "search_wiki", "project_overview", "timesheet",
        ];
        var reading = (await world["admin"].ListToolsAsync()).Where(t => t.ProtocolTool.Annotations!.ReadOnlyHint == true).Select(t => t.Name);
        Assert.That(reading.Except(compared).Except(others), Is.Empty);
    }

    [Test]
    public async Task A_stored_query_finds_what_it_finds_at_API_v3()
    {
        foreach (var kind in McpWorld.Kinds)
        {
            var there = await world.People[kind].GetJsonAsync("/api/v3/queries/1?pageSize=1000");
            var (code, ids) = await world.SearchAsync(kind, "run_saved_query", new() { ["id"] = 1 });

            Assert.That(code, Is.EqualTo(CodeOf(there.Status)), kind);
            if (code is null)
                Assert.That(ids, Is.EqualTo(there["_embedded/results/_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").ToString())), kind);
        }
    }

    [Test]
    public async Task Several_are_read_at_once_and_those_that_are_missing_left_out()
    {
        var (_, found) = await world.CallAsync("member", "get_work_packages", new() { ["ids"] = new object[] { 2, "3", 4711 }, ["level_of_detail"] = "full" });

        Assert.That(found.GetProperty("items").EnumerateArray().Select(w => w.GetProperty("id").GetInt32()), Is.EquivalentTo(new[] { 2, 3 }));
        Assert.That(found.GetProperty("items")[0].TryGetProperty("description", out _), Is.True);
    }

    [Test]
    public async Task Questions_have_an_order_groups_and_sums()
    {
        var (_, found) = await world.CallAsync("member", "query_work_packages", new()
        {
            ["filters"] = Array.Empty<object>(), ["sort_by"] = new[] { new[] { "id", "desc" } }, ["group_by"] = "status", ["show_sums"] = true, ["select"] = new[] { "id" },
        });

        Assert.That(found.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("count").GetInt32()), Is.EqualTo(found.GetProperty("total").GetInt32()));
        Assert.That(found.GetProperty("totalSums").TryGetProperty("estimatedTime", out _), Is.True);
    }

    [TestCase("filters", "{\"status\":1}")]
    [TestCase("sort_by", "[1]")]
    [TestCase("group_by", "\"colour\"")]
    public async Task Questions_that_cannot_be_understood_are_refused(string argument, string json)
    {
        var (isError, content) = await world.CallAsync("member", "query_work_packages", new() { [argument] = System.Text.Json.JsonElement.Parse(json) });

        Assert.That((isError, content.GetProperty("code").GetString()), Is.EqualTo((true, "invalid_arguments")));
    }

    [Test]
    public async Task A_schema_tells_what_a_type_has_in_a_project()
    {
        var (_, schema) = await world.CallAsync("member", "get_work_package_schema", new() { ["project_id"] = 3, ["type_id"] = 1 });
        var (isError, _) = await world.CallAsync("member", "get_work_package_schema", new() { ["project_id"] = world.People.Projects["private"].Split('/')[^1], ["type_id"] = 1 });

        Assert.That(schema.GetProperty("subject").GetProperty("required").GetBoolean(), Is.True);
        Assert.That(isError, Is.True);
    }

    [Test]
    public async Task Working_days_are_those_of_the_calendar()
    {
        var (_, week) = await world.CallAsync("reader", "list_working_days", new() { ["from"] = "2026-11-23", ["to"] = "2026-11-29" });

        Assert.That(week.GetProperty("total").GetInt32(), Is.EqualTo(5));
    }

    [Test]
    public async Task Kinds_of_work_are_listed_and_items_of_no_field_are_missing()
    {
        var (_, kinds) = await world.CallAsync("admin", "list_time_entry_activities");
        var (isError, _) = await world.CallAsync("admin", "search_custom_field_items", new() { ["custom_field_id"] = 4711 });

        Assert.That(kinds.GetProperty("total").GetInt32(), Is.GreaterThan(0));
        Assert.That(isError, Is.True);
    }

    [Test]
    public async Task Nobody_is_searched_with_null()
    {
        var (_, unassigned) = await world.CallAsync("member", "search_work_packages", new() { ["assigned_to_id"] = null });

        Assert.That(unassigned.GetProperty("total").GetInt32(), Is.GreaterThan(0));
        Assert.That(unassigned.GetProperty("items").EnumerateArray().Select(w => w.GetProperty("_links").GetProperty("assignee").GetProperty("href").GetString()), Is.All.Null);
    }

    [Test]
    public async Task Projects_are_found_by_their_identifier_and_no_id_passes_for_one()
    {
        var (_, found) = await world.CallAsync("reader", "search_projects", new() { ["identifier"] = "demo-project" });
        var id = found.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetInt64();
        var (_, none) = await world.CallAsync("reader", "search_projects", new() { ["identifier"] = $"{id}" });

        Assert.That(none.GetProperty("total").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Time_is_that_of_today_unless_days_are_given()
    {
        var (_, today) = await world.CallAsync("admin", "search_time_entries", new() { ["work_package_id"] = 2 });
        var (_, then) = await world.CallAsync("admin", "search_time_entries", new() { ["work_package_id"] = "#2", ["spent_since"] = "2026-01-05", ["spent_until"] = "2026-01-05" });

        Assert.That(today.GetProperty("total").GetInt32(), Is.Zero);
        Assert.That(then.GetProperty("total").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_page_beyond_the_end_is_empty_and_has_the_true_total()
    {
        var (_, last) = await world.CallAsync("admin", "search_work_packages", new() { ["page"] = 200 });

        Assert.That(last.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That(last.GetProperty("total").GetInt32(), Is.GreaterThan(20));
    }

    private static Dictionary<string, object?> Arguments(string pairs) => pairs.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1] == "[]" ? Array.Empty<object>() : (object?)pair[1], StringComparer.Ordinal);
}

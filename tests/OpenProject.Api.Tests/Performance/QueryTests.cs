using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Api.Tests.Mcp;
using OpenProject.Application.Notifications;
using OpenProject.Application.Projects;
using OpenProject.Application.Sprints;
using OpenProject.Domain.Documents;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Sprints;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Performance;

/// <summary>How many queries answers take, and how SQLite finds the rows: neither may grow with the rows.</summary>
public sealed class QueryTests
{
    private const int FewestRows = 4;

    private readonly SentQueries queries = new();
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer
        {
            // The clock stands still, so that what is remembered for moments is remembered however slow the machine is.
            TestServices = services => services
                .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)))
                .ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(queries)),
        };
        client = server.Client();

        // What an installation's own fields add is CustomFieldQueryTests' question.
        await using (var scope = server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database.ExecuteSqlRawAsync(
                "DELETE FROM work_package_custom_values; DELETE FROM work_package_journal_custom_values; UPDATE hierarchy_items SET parent_id = NULL; DELETE FROM custom_fields");
        for (var count = 0; count < FewestRows; count++)
        {
            var person = new { login = $"reader{count}", firstName = "A", lastName = "B", email = $"r{count}@example.com", password = "hello-hello-hello" };
            Assert.That((await client.PostJsonAsync("/api/v3/users", person)).Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((await client.PostJsonAsync("/api/v3/projects", new { name = $"Project {count}" })).Status, Is.EqualTo(HttpStatusCode.Created));
            var board = new { name = $"Board {count}", _links = new { scope = new { href = $"/projects/project-{count}/boards" } } };
            Assert.That((await client.PostJsonAsync("/api/v3/grids", board)).Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((await client.PostJsonAsync("/api/v3/groups", new { name = $"Group {count}" })).Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((await client.PostJsonAsync("/api/v3/placeholder_users", new { name = $"Placeholder {count}" })).Status, Is.EqualTo(HttpStatusCode.Created));
            var spent = new { hours = "PT1H", spentOn = "2030-01-01", _links = new { entity = new { href = $"/api/v3/work_packages/{count + 2}" } } };
            Assert.That((await client.PostJsonAsync("/api/v3/time_entries", spent)).Status, Is.EqualTo(HttpStatusCode.Created));
            await ReadAsync(count);
            var related = new { type = "relates", _links = new { to = new { href = $"/api/v3/work_packages/{count + 2}" } } };
            Assert.That((await client.PostJsonAsync("/api/v3/work_packages/1/relations", related)).Status, Is.EqualTo(HttpStatusCode.Created));
        }

        await TellAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    // Ids, rows, what a row cannot hold, and what is embedded; how many there are and who may do what is remembered.
    [TestCase("/api/v3/work_packages", 4)]
    [TestCase("/api/v3/projects", 4)]
    [TestCase("/api/v3/users", 2)]
    [TestCase("/api/v3/groups", 3)]
    [TestCase("/api/v3/placeholder_users", 2)]
    [TestCase("/api/v3/principals", 5)]
    [TestCase("/api/v3/documents", 2)]
    [TestCase("/api/v3/meetings", 2)]
    [TestCase("/api/v3/sprints", 2)]
    [TestCase("/api/v3/notifications", 14)]
    [TestCase("/api/v3/project_phase_definitions", 2)]
    [TestCase("/api/v3/actions", 0)]
    [TestCase("/api/v3/capabilities", 4)]
    [TestCase("/api/v3/memberships", 10)]
    [TestCase("/api/v3/queries", 5)]
    [TestCase("/api/v3/grids", 3)]
    [TestCase("/api/v3/views", 3)]
    [TestCase("/api/v3/time_entries", 2)]
    [TestCase("/api/v3/time_entries/activities", 3)]
    [TestCase("/api/v3/roles", 2)]
    [TestCase("/api/v3/relations", 2)]
    [TestCase("/api/v3/types", 2)]
    [TestCase("/api/v3/statuses", 2)]
    public async Task A_page_takes_the_same_queries_for_any_number_of_rows(string path, int most)
    {
        var answer = await client.GetJsonAsync($"{path}?pageSize=50");
        var sent = await AskAsync($"{path}?pageSize=50");

        Assert.That(answer["count"].GetInt32(), Is.GreaterThanOrEqualTo(FewestRows));
        Assert.That(sent, Has.Count.LessThanOrEqualTo(most), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    // Whether the work package is seen, ids, rows, states, names of what they refer to, and how many there are.
    [Test]
    public async Task The_activities_of_a_work_package_take_the_same_queries_for_any_number_of_them()
    {
        for (var count = 0; count < FewestRows; count++)
            await client.PostJsonAsync("/api/v3/work_packages/1/activities", new { comment = new { raw = "Said" } });
        await AskAsync("/api/v3/work_packages/1/activities");
        var sent = await AskAsync("/api/v3/work_packages/1/activities");

        Assert.That(sent, Has.Count.LessThanOrEqualTo(5), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    // Ids and rows; for each time its rows, their relatives, the time spent and those that match; parents that are seen; and those that match now.
    [Test]
    public async Task A_comparison_takes_the_same_queries_for_any_number_of_rows()
    {
        await AskAsync("/api/v3/work_packages?pageSize=50&timestamps=2030-01-01T00:00:00Z,PT0S");
        var sent = await AskAsync("/api/v3/work_packages?pageSize=50&timestamps=2030-01-01T00:00:00Z,PT0S");

        Assert.That(sent, Has.Count.LessThanOrEqualTo(10), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    // The row, its relatives, the time spent on it, whether anything is attached, and its relations: which, and the rows.
    [Test]
    public async Task One_work_package_takes_six_queries()
    {
        await AskAsync("/api/v3/work_packages/1");
        Assert.That(await AskAsync("/api/v3/work_packages/1"), Has.Count.LessThanOrEqualTo(6));
    }

    // Whether the work package is seen, ids, rows.
    [Test]
    public async Task The_attachments_of_a_work_package_take_the_same_queries_for_any_number_of_them()
    {
        for (var count = 0; count < FewestRows; count++)
            Assert.That((await client.UploadAsync("/api/v3/work_packages/9/attachments", $"file{count}", [1])).Status, Is.EqualTo(HttpStatusCode.Created));
        await AskAsync("/api/v3/work_packages/9/attachments");
        var sent = await AskAsync("/api/v3/work_packages/9/attachments");

        Assert.That(sent, Has.Count.LessThanOrEqualTo(3), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    // The project, what may be done there, ids, and rows; for topics also the statuses, the workflow and the caller's groups; else the topic.
    [TestCase("", 6)]
    [TestCase("/events", 4)]
    [TestCase("/comments/events", 4)]
    [TestCase("/{topic}/comments", 6)]
    [TestCase("/{topic}/viewpoints", 5)]
    [TestCase("/{topic}/document_references", 4)]
    public async Task A_list_of_BCF_takes_the_same_queries_for_any_number_of_rows(string path, int most)
    {
        var topics = await server.UseModelsAsync("demo-project");
        var topic = (await client.PostJsonAsync(topics, new { title = "Topic" }))["guid"].GetString();
        for (var count = 0; count < FewestRows; count++)
        {
            await client.PostJsonAsync(topics, new { title = "Topic" });
            await client.PostJsonAsync($"{topics}/{topic}/comments", new { comment = "Said" });
            await client.PostJsonAsync($"{topics}/{topic}/viewpoints", new { lines = Array.Empty<object>() });
            await client.PostJsonAsync($"{topics}/{topic}/document_references", new { url = "https://example.com" });
        }

        var list = topics + path.Replace("{topic}", topic);
        Assert.That((await client.GetJsonAsync(list)).Body.GetArrayLength(), Is.GreaterThanOrEqualTo(FewestRows));
        var sent = await AskAsync(list);
        Assert.That(sent, Has.Count.LessThanOrEqualTo(most), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    [TestCase("", "created_at")]
    [TestCase("&$orderby=creation_date desc&$filter=topic_status eq 'New'", "created_at")]
    [TestCase("&$orderby=modified_date desc&$filter=topic_type eq 'Task' and contains(labels, 'MEP')", "updated_at")]
    public async Task A_page_of_topics_comes_in_the_order_of_an_index_and_its_total_is_remembered(string query, string column)
    {
        var topics = await server.UseModelsAsync("demo-project");
        await AskAsync($"{topics}?$top=7{query}");
        var sent = await AskAsync($"{topics}?$top=9{query}");

        var page = sent.Single(s => s.Text.Contains("LIMIT") && s.Text.Contains("ORDER BY"));
        Assert.That(page.Plan, Has.Some.Contains("IX_work_packages_project_id_" + column), page.Text);
        Assert.That(page.Plan, Has.None.EqualTo("USE TEMP B-TREE FOR ORDER BY"), page.Text);
        Assert.That(sent.Select(s => s.Text), Has.None.Contains("COUNT(*)"));
    }

    [TestCase("")]
    [TestCase("""filters=[]""")]
    [TestCase("""filters=[{"project":{"operator":"=","values":["1"]}}]""")]
    [TestCase("""filters=[{"assignee":{"operator":"=","values":["me"]}}]""")]
    [TestCase("""filters=[{"parent":{"operator":"=","values":["1"]}}]""")]
    [TestCase("""filters=[{"follows":{"operator":"=","values":["1"]}}]""")]
    [TestCase("""filters=[{"watcher":{"operator":"=","values":["me"]}}]""")]
    [TestCase("""sortBy=[["updatedAt","desc"]]""")]
    public async Task The_rows_of_work_packages_are_found_by_an_index(string query)
    {
        await AskAsync("/api/v3/work_packages?pageSize=7");
        var sent = await AskAsync($"/api/v3/work_packages?pageSize=9&{query}");

        Assert.That(sent, Is.Not.Empty);
        Assert.That(sent.Where(PassesThroughTable), Is.Empty);
    }

    private async Task TellAsync()
    {
        using var mira = await server.ClientOfAsync("mira");
        var me = new { user = new { href = (await client.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString() } };
        for (var count = 1; count <= FewestRows; count++)
        {
            await client.PostJsonAsync($"/api/v3/work_packages/{count}/watchers", me);
            Assert.That((await mira.PostJsonAsync($"/api/v3/work_packages/{count}/activities", new { comment = new { raw = "Said" } })).Status, Is.EqualTo(HttpStatusCode.Created));
        }

        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NotificationDispatchService>().TellAllAsync(CancellationToken.None);
    }

    // API v3 makes none of these.
    private async Task ReadAsync(int count)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (now, services) = (DateTime.UnixEpoch, scope.ServiceProvider);
        var contents = services.GetRequiredService<ProjectContentService>();
        await contents.AddAsync(() => Document.Create(3, 4, $"Document {count}", now), "Text", CancellationToken.None);
        await contents.AddAsync(() => Meeting.Create(3, 4, $"Meeting {count}", now, minutes: 30, now), text: null, CancellationToken.None);
        await services.GetRequiredService<SprintService>().AddAsync(4, $"Sprint {count}", description: null, start: null, finish: null, SprintStatus.InPlanning, now, CancellationToken.None);
    }

    // As the lists of API v3, and whether the work package is seen where there is one.
    [TestCase("search_work_packages", "{}", 4)]
    [TestCase("search_users", "{}", 2)]
    [TestCase("search_projects", "{}", 4)]
    [TestCase("search_time_entries", """{"spent_since":"2030-01-01"}""", 2)]
    [TestCase("list_work_package_relations", """{"work_package_id":1}""", 6)]
    public async Task A_tool_takes_the_same_queries_for_any_number_of_rows(string tool, string arguments, int most)
    {
        var message = $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""";
        var answer = await client.PostJsonAsync("/mcp", message);
        queries.Take();
        await client.PostJsonAsync("/mcp", message);
        var sent = queries.Take();

        Assert.That(answer["result/structuredContent/items"].GetArrayLength(), Is.GreaterThanOrEqualTo(FewestRows), answer.ToString());
        Assert.That(sent, Has.Count.LessThanOrEqualTo(most), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    // The visible project, what one may do there, and a few statements that count; a search takes its page of each kind.
    [TestCase("project_overview", """{"project":"demo-project"}""", 8)]
    [TestCase("timesheet", """{"from":"2030-01-01","to":"2030-12-31","by":"user"}""", 2)]
    [TestCase("timesheet", """{"from":"2030-01-01","to":"2030-12-31","by":"project","project":"demo-project"}""", 3)]
    [TestCase("list_activities", """{"project":"demo-project","since":"2000-01-01"}""", 5)]
    [TestCase("search", """{"text":"e"}""", 14)]
    [TestCase("search_wiki", """{"text":"e"}""", 2)]
    public async Task What_sums_up_or_searches_takes_few_queries_for_any_number_of_rows(string tool, string arguments, int most)
    {
        foreach (var set in McpWorld.Sets)
            await McpWorld.TurnAsync(server, set, on: true);
        var message = $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""";
        var answer = await client.PostJsonAsync("/mcp", message);
        queries.Take();
        await client.PostJsonAsync("/mcp", message);
        var sent = queries.Take();

        Assert.That(answer["result/structuredContent"].TryGetProperty("error", out _), Is.False, answer.ToString());
        Assert.That(sent, Has.Count.InRange(1, most), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    // What is sorted first is gathered first, and what is passed over is read: both take as long as there are rows.
    [TestCase("assignee", "=", "\"1\"")]
    [TestCase("assignee", "!*", "")]
    [TestCase("responsible", "=", "\"1\"")]
    [TestCase("version", "=", "\"1\"")]
    [TestCase("category", "=", "\"1\"")]
    [TestCase("parent", "=", "\"1\"")]
    [TestCase("status", "=", "\"1\"")]
    [TestCase("type", "=", "\"1\"")]
    public async Task Rows_of_one_value_are_found_in_the_order_of_its_index(string filter, string @operator, string values)
    {
        var filters = Uri.EscapeDataString($$$"""[{"{{{filter}}}":{"operator":"{{{@operator}}}","values":[{{{values}}}]} }]""");
        var page = (await AskAsync($"/api/v3/work_packages?pageSize=20&filters={filters}")).First(query => query.Text.Contains("ORDER BY"));

        Assert.That(page.Plan, Has.Some.StartsWith("SEARCH w USING INDEX").And.None.Contains("TEMP B-TREE"), page.Text);
    }

    // Either may be few of very many.
    [TestCase("o", "open")]
    [TestCase("c", "closed")]
    public async Task The_open_and_the_closed_are_found_in_the_order_of_their_index(string @operator, string index)
    {
        var filters = Uri.EscapeDataString($$"""[{"status":{"operator":"{{@operator}}","values":[]} }]""");
        var page = (await AskAsync($"/api/v3/work_packages?pageSize=20&filters={filters}")).First(query => query.Text.Contains("ORDER BY"));

        Assert.That(page.Plan, Has.Some.Contains("IX_work_packages_" + index).And.None.Contains("TEMP B-TREE"), page.Text);
    }

    // Of very many rows those are looked at that the index of words names.
    [TestCase("subject", "~", "venue")]
    [TestCase("description", "~", "venue")]
    [TestCase("search", "**", "venue")]
    [TestCase("subjectOrId", "**", "venue")]
    [TestCase("comment", "~", "venue")]
    [TestCase("attachmentFileName", "~", "venue")]
    public async Task Rows_in_which_a_word_is_rare_are_looked_at_and_no_others(string filter, string @operator, string word)
    {
        var filters = Uri.EscapeDataString($$$"""[{"{{{filter}}}":{"operator":"{{{@operator}}}","values":["{{{word}}}"]} }]""");
        foreach (var order in new[] { "", "&sortBy=" + Uri.EscapeDataString("""[["dueDate","desc"]]""") })
        {
            var page = (await AskAsync($"/api/v3/work_packages?pageSize=20&filters={filters}{order}")).First(query => query.Text.Contains("ORDER BY"));
            Assert.That(page.Plan, Has.Some.StartsWith("SEARCH w USING INTEGER PRIMARY KEY"), page.Text);
        }
    }

    [TestCase("budget", "*", "")]
    [TestCase("category", "*", "")]
    [TestCase("requires", "*", "")]
    [TestCase("partof", "*", "")]
    [TestCase("relates", "*", "")]
    [TestCase("relates", "=", "\"1\"")]
    [TestCase("follows", "=", "\"1\"")]
    [TestCase("precedes", "=", "\"1\"")]
    [TestCase("watcher", "=", "\"me\"")]
    [TestCase("watcher", "*", "")]
    public async Task Few_rows_that_have_something_are_looked_at_and_no_others(string filter, string @operator, string values)
    {
        var filters = Uri.EscapeDataString($$$"""[{"{{{filter}}}":{"operator":"{{{@operator}}}","values":[{{{values}}}]} }]""");
        var page = (await AskAsync($"/api/v3/work_packages?pageSize=20&filters={filters}")).First(query => query.Text.Contains("ORDER BY"));

        Assert.That(page.Plan, Has.Some.StartsWith("SEARCH w USING INTEGER PRIMARY KEY"), page.Text);
    }

    // The row, whether it is seen, what it cannot hold, how many relations it has, and nothing of what it could embed.
    [Test]
    public async Task A_work_package_is_read_for_agents_without_what_it_embeds()
    {
        const string Message = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_work_package","arguments":{"id":1}}}""";
        await client.PostJsonAsync("/mcp", Message);
        queries.Take();
        var answer = await client.PostJsonAsync("/mcp", Message);

        Assert.That(answer["result/structuredContent/id"].GetInt64(), Is.EqualTo(1));
        Assert.That(queries.Take(), Has.Count.LessThanOrEqualTo(5));
    }

    // Each is written by itself; what one takes does not depend on how many there are.
    [Test]
    public async Task Several_writes_take_so_many_times_what_one_takes()
    {
        async Task<int> SentAsync(int count)
        {
            var item = """{"subject":"One of several","_links":{"project":{"href":"/api/v3/projects/3"},"type":{"href":"/api/v3/types/1"}}}""";
            var items = string.Join(',', Enumerable.Repeat(item, count));
            queries.Take();
            var answer = await client.PostJsonAsync("/mcp", $$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"bulk_create_work_packages","arguments":{"items":[{{{{items}}}}]}}}""");
            Assert.That(answer["result/structuredContent/failed"].GetInt32(), Is.Zero, answer.ToString());
            return queries.Take().Count;
        }

        await SentAsync(1);
        var (one, many) = (await SentAsync(1), await SentAsync(6));
        TestContext.Out.WriteLine($"{one} statements for one, {many} for six");
        Assert.That(many, Is.LessThanOrEqualTo(6 * one));
    }

    private async Task<IReadOnlyList<SentQuery>> AskAsync(string path)
    {
        queries.Take();
        using var answer = await client.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return queries.Take();
    }

    // EF abbreviates the table to the first letter of its entity; SQLite says "USING" where the pass is over an index. A
    // pass along the key ends with the page, unless all rows are wanted first: to sort or to count them.
    private static bool PassesThroughTable(SentQuery query) =>
        query.Plan.Any(step => step.StartsWith("SCAN w", StringComparison.Ordinal) && !step.Contains("USING"))
        && (query.Text.Contains("COUNT(*)") || query.Plan.Any(step => step.Contains("TEMP B-TREE")));
}

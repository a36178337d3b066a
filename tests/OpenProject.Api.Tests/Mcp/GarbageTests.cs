using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Nonsense of every kind is thrown at every tool: nothing breaks, nothing of the inside is told, and who may write nothing has written nothing.</summary>
[TestFixture]
public sealed class GarbageTests
{
    private const int Seed = 20260728;
    private const int PerTool = 40;

    private ApiServer server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer();
        foreach (var set in McpWorld.Sets)
            await McpWorld.TurnAsync(server, set, on: true);
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task No_tool_breaks_over_nonsense()
    {
        using var client = server.Client();
        Assert.That(await ThrowAsync(client), Is.GreaterThan(50));
    }

    [Test]
    public async Task Nonsense_of_who_may_write_nothing_writes_nothing()
    {
        using var closed = new ApiServer();
        foreach (var set in McpWorld.Sets)
            await McpWorld.TurnAsync(closed, set, on: true);
        using var admin = closed.Client();
        foreach (var project in (await admin.GetJsonAsync("/api/v3/projects?pageSize=100&filters=%5B%5D"))["_embedded/elements"].EnumerateArray())
        {
            var closing = await admin.PatchJsonAsync(project.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!, new { @public = false });
            Assert.That(closing.Status, Is.EqualTo(HttpStatusCode.OK), closing.ToString());
        }

        using var stranger = await closed.ClientOfAsync("stranger");
        var before = await RowsAsync(closed);
        await ThrowAsync(stranger);

        Assert.That(await RowsAsync(closed), Is.EqualTo(before));
        Assert.That(before.Where(table => table.StartsWith("work_package", StringComparison.Ordinal)), Is.Not.Empty);
    }

    // Every tool, again and again; how many there are.
    private static async Task<int> ThrowAsync(HttpClient client)
    {
        var random = new Random(Seed);
        var tools = (await CallAsync(client, "tools/list", []))["result/tools"].EnumerateArray().ToList();
        foreach (var tool in tools)
        {
            var (name, arguments) = (tool.GetProperty("name").GetString()!, tool.GetProperty("inputSchema").GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList());
            var schema = await NJsonSchema.JsonSchema.FromJsonAsync(tool.GetProperty("outputSchema").GetRawText());
            for (var i = 0; i < PerTool; i++)
            {
                var sent = new JsonObject();
                foreach (var argument in arguments.Where(_ => random.Next(3) > 0).Append(random.Next(8) == 0 ? "not an argument" : "").Where(a => a.Length > 0))
                    sent[argument] = Nonsense(random, 0);
                var answer = await CallAsync(client, "tools/call", new JsonObject { ["name"] = name, ["arguments"] = sent.DeepClone() });

                if (answer.Status == HttpStatusCode.RequestEntityTooLarge)
                    continue;
                Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), $"{name} {sent} {answer}");
                Assert.That(answer.Body.TryGetProperty("result", out var result), Is.True, $"{name} {sent} {answer}");
                Assert.That(answer.Text, Does.Not.Contain("\"code\":\"internal\"").And.Not.Contain("Exception").And.Not.Contain("   at "), $"{name} {sent}");
                Assert.That(schema.Validate(result.GetProperty("structuredContent").GetRawText()).Select(e => e.ToString()), Is.Empty, $"{name} {sent} {answer}");
                if (result.TryGetProperty("isError", out var isError) && isError.GetBoolean())
                    Assert.That(result.GetProperty("structuredContent").GetProperty("error").GetString(), Is.Not.Empty);
            }
        }

        return tools.Count;
    }

    // Each table with its number of rows, and work packages with what counts their changes.
    private static async Task<IReadOnlyList<string>> RowsAsync(ApiServer of)
    {
        await using var scope = of.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();
        var rows = new List<string>();

        // What a call with a key was answered is kept; that each of several work packages was refused is an answer.
        foreach (var table in context.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Where(t => t != "mcp_keyed_calls").Distinct().Order(StringComparer.Ordinal))
            rows.Add($"{table} {await NumberAsync(context, $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"")}");
        rows.Add($"changes {await NumberAsync(context, "SELECT SUM(lock_version + journal_version) AS \"Value\" FROM work_packages")}");
        return rows;
    }

    private static async Task<long> NumberAsync(OpenProjectDbContext context, string sql) => (await context.Database.SqlQueryRaw<long>(sql).ToListAsync()).Single();

    [TestCase("search_work_packages", """{"page":0}""", "page must be at least 1.")]
    [TestCase("search_work_packages", """{"page":1.5}""", "page must be a whole number.")]
    [TestCase("search_work_packages", """{"page":10000}""", "page must be at most 250.")]
    [TestCase("search_work_packages", """{"project_id":1.5}""", "project_id must be an id, a whole number above 0.")]
    [TestCase("search_work_packages", """{"project_id":"99999999999999999999"}""", "project_id must be an id, a whole number above 0.")]
    [TestCase("search_work_packages", """{"select":["nope"]}""", "select has 'nope'; it can have")]
    [TestCase("search_work_packages", """{"level_of_detail":"all"}""", "level_of_detail must be one of condensed, full.")]
    [TestCase("search_projects", """{"name":"\u0000"}""", "name must not contain NUL.")]
    [TestCase("resolve", """{"users":["\u0000"]}""", "users must be a list of names.")]
    [TestCase("search", """{"text":"a","kinds":["posts"]}""", "kinds must be a list of work_packages, wiki_pages, meetings, news, projects.")]
    [TestCase("search", """{"text":"a","kinds":[]}""", "kinds must not be empty.")]
    [TestCase("search_time_entries", """{"spent_since":"2026-02-30"}""", "spent_since must be a day like 2027-12-31.")]
    [TestCase("update_work_package", """{"data":{}}""", "id is missing.")]
    [TestCase("update_work_package", """{"id":"/api/v3/projects/1","data":{}}""", "id must be the id of a work package or its address.")]
    [TestCase("update_work_package", """{"id":"PROJ-12","data":{"lockVersion":0}}""", "id must be the id of a work package or its address.")]
    [TestCase("current_user", """{"who":"me"}""", "There is no argument 'who'; there are none.")]
    [TestCase("create_work_package_comment", """{"work_package_id":4711,"comment":"x"}""", "The work package you are looking for cannot be found or has been deleted.")]
    public async Task A_failure_says_what_is_wrong_with_which_argument(string tool, string arguments, string sentence)
    {
        using var client = server.Client();
        var answer = await CallAsync(client, "tools/call", new JsonObject { ["name"] = tool, ["arguments"] = JsonNode.Parse(arguments) });

        Assert.That(answer["result/isError"].GetBoolean(), Is.True, answer.ToString());
        Assert.That(answer["result/structuredContent/error"].GetString(), Does.StartWith(sentence));
    }

    private static async Task<ApiAnswer> CallAsync(HttpClient client, string method, JsonObject parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp");
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = method, ["params"] = parameters };
        request.Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json");
        return await client.AnswerAsync(request);
    }

    private static JsonNode? Nonsense(Random random, int depth) => random.Next(depth > 3 ? 10 : 13) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-3, 40),
        3 => long.MaxValue,
        4 => 1e300,
        5 => -0.5,
        6 => "",
        7 => new string('x', random.Next(1, 70_000)),
        8 => "%_[]\\' OR 1=1 --\u202E\U000E0041\u0001",
        9 => random.Next(2) == 0 ? "2" : "/api/v3/work_packages/../users/1",
        10 => new JsonArray([.. Enumerable.Range(0, random.Next(0, 150)).Select(_ => Nonsense(random, depth + 2))]),
        11 => new JsonObject { ["subject"] = Nonsense(random, depth + 1), ["_links"] = Nonsense(random, depth + 1), ["lockVersion"] = Nonsense(random, depth + 1), ["hours"] = Nonsense(random, depth + 1) },
        _ => new JsonObject { ["project"] = new JsonObject { ["href"] = Nonsense(random, depth + 1) }, ["entity"] = Nonsense(random, depth + 1), ["raw"] = Nonsense(random, depth + 1) },
    };
}

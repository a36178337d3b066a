using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Users;
using OpenProject.Domain.Mcp;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>What an agent may with the scope that it was given, what history tells of it, and that it does nothing twice.</summary>
[OnEachDatabase]
public sealed class AgentTests(DatabaseProvider provider)
{
    private const string Project = "/api/v3/projects/3";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));
    private ApiServer server = null!;
    private HttpClient http = null!;
    private long callId;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider) { TestServices = services => services.AddSingleton<TimeProvider>(clock) };
        http = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        http.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_token_that_only_reads_sees_and_calls_tools_that_only_read()
    {
        using var reader = await ApplicationAsync("Reader", "mcp:read", "mcp:read");
        var tools = await SendAsync(reader, "tools/list", []);
        var read = await CallAsync(reader, "list_types", []);
        var write = await CallAsync(reader, "create_work_package", new() { ["data"] = Work("Refused") });
        var elsewhere = await reader.GetJsonAsync("/api/v3/types");

        Assert.That(tools["result/tools"].EnumerateArray().Select(t => t.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean()), Is.All.True);
        Assert.That(read["result/structuredContent/total"].GetInt32(), Is.GreaterThan(0));
        Assert.That((write.Status, elsewhere.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized)));
        Assert.That(write.Headers.WwwAuthenticate.ToString(), Does.Contain("error=\"insufficient_scope\"").And.Contain("scope=\"mcp\"").And.Contain("resource_metadata="));
        Assert.That((await FoundAsync("Refused")).Count, Is.Zero);
    }

    [Test]
    public async Task Who_may_ask_for_all_may_ask_for_reading_and_not_the_other_way_round()
    {
        using var narrow = await ApplicationAsync("Narrow", "mcp", "mcp:read");
        Assert.That((await CallAsync(narrow, "create_work_package", new() { ["data"] = Work("Refused") })).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        var wide = await TokenAsync(await RegisteredAsync("Wide", "mcp:read"), "mcp");
        Assert.That((wide.Status, wide["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_scope")));
    }

    [Test]
    public async Task History_names_the_application_that_a_person_let_in()
    {
        using var assistant = await ApplicationAsync("Assistant <1>", "mcp", "mcp");
        var made = await CallAsync(assistant, "create_work_package", new() { ["data"] = Work("Of an agent") }, clientName: "Something else");
        var id = made["result/structuredContent/id"].GetInt64();
        await http.PatchJsonAsync($"/api/v3/work_packages/{id}", new { lockVersion = 0, subject = "Of a person" });
        await CallAsync(assistant, "create_work_package_comment", new() { ["work_package_id"] = id, ["comment"] = "Said" });
        var told = await DetailsAsync(id);

        Assert.That(told.Select(details => details.FirstOrDefault(d => d.Raw.StartsWith("Done", StringComparison.Ordinal)).Raw), Is.EqualTo(new[] { "Done by an agent: Assistant <1>", null, "Done by an agent: Assistant <1>" }));
        Assert.That(told[0][0].Html, Is.EqualTo("<strong>Done by an agent</strong>: <i>Assistant &lt;1&gt;</i>"));
    }

    [Test]
    public async Task Else_it_names_what_the_program_calls_itself_also_where_statements_change_rows()
    {
        var first = (await CallAsync(http, "create_work_package", new() { ["data"] = Work("First", start: "2030-01-07", due: "2030-01-08") }, "Editor\u202E 1\n2"))["result/structuredContent/id"].GetInt64();
        var second = (await http.PostJsonAsync("/api/v3/work_packages", JsonNode.Parse(Work("Second", "2030-01-09", "2030-01-09").ToJsonString())!))["id"].GetInt64();
        await http.PostJsonAsync($"/api/v3/work_packages/{second}/relations", new { type = "follows", _links = new { to = new { href = $"/api/v3/work_packages/{first}" } } });
        var changed = await CallAsync(http, "update_work_package", new() { ["id"] = first, ["data"] = new JsonObject { ["lockVersion"] = 0, ["dueDate"] = "2030-01-15" } }, "Mover");
        var (ofFirst, ofSecond) = (await DetailsAsync(first), await DetailsAsync(second));

        Assert.That(changed["result/structuredContent/dueDate"].GetString(), Is.EqualTo("2030-01-15"));
        Assert.That(ofFirst.Select(d => d[0].Raw), Is.EqualTo(new[] { "Done by an agent: Editor 1 2", "Done by an agent: Mover" }));
        Assert.That(ofSecond[^1][0].Raw, Is.EqualTo("Done by an agent: Mover"));
        Assert.That(ofSecond[0].Select(d => d.Raw), Has.None.StartsWith("Done"));
    }

    [Test]
    public async Task What_is_made_by_several_at_once_is_told_too()
    {
        var made = await CallAsync(http, "bulk_create_work_packages", new() { ["items"] = new JsonArray(Work("One of several")) });
        var id = made["result/structuredContent/results"][0].GetProperty("id").GetInt64();

        Assert.That((await DetailsAsync(id))[0][0].Raw, Is.EqualTo("Done by an agent: MCP client"));
    }

    [Test]
    public async Task A_call_with_a_key_is_made_once_and_answers_the_same()
    {
        var first = await CallAsync(http, "create_work_package", new() { ["data"] = Work("Once"), ["idempotency_key"] = "a key" });
        var same = new JsonObject { ["_links"] = Work("Once")["_links"]!.DeepClone(), ["subject"] = "Once" };
        var again = await CallAsync(http, "create_work_package", new() { ["idempotency_key"] = "a key", ["data"] = same });
        var other = await CallAsync(http, "create_work_package", new() { ["data"] = Work("Twice"), ["idempotency_key"] = "a key" });
        var otherTool = await CallAsync(http, "bulk_create_work_packages", new() { ["items"] = new JsonArray(Work("Once")), ["idempotency_key"] = "a key" });

        Assert.That(again["result/structuredContent"].GetRawText(), Is.EqualTo(first["result/structuredContent"].GetRawText()));
        Assert.That((other["result/isError"].GetBoolean(), other["result/structuredContent/code"].GetString()), Is.EqualTo((true, "conflict")));
        Assert.That(other["result/structuredContent/error"].GetString(), Does.StartWith("This idempotency_key was used with other arguments."));
        Assert.That(otherTool["result/structuredContent/failed"].GetInt32(), Is.Zero);
        Assert.That((await FoundAsync("Once")).Count, Is.EqualTo(2));
        Assert.That((await FoundAsync("Twice")).Count, Is.Zero);
    }

    [Test]
    public async Task A_key_is_its_callers_own_and_is_free_after_a_refusal_and_after_a_day()
    {
        using var hers = await server.ClientOfAsync("mira");
        var arguments = new JsonObject { ["data"] = Work("Daily"), ["idempotency_key"] = "daily" };
        var refused = await CallAsync(http, "create_work_package", new() { ["data"] = new JsonObject { ["subject"] = "" }, ["idempotency_key"] = "daily" });
        var made = await CallAsync(http, "create_work_package", Copy(arguments));
        var ofHers = await CallAsync(hers, "create_work_package", Copy(arguments));
        clock.Advance(TimeSpan.FromHours(24));
        var nextDay = await CallAsync(http, "create_work_package", Copy(arguments));

        Assert.That(refused["result/structuredContent/code"].GetString(), Is.EqualTo("validation"));
        var ids = new[] { made, ofHers, nextDay }.Select(answer => answer["result/structuredContent/id"].GetInt64()).ToList();
        Assert.That(ids, Is.Unique);
        Assert.That((await FoundAsync("Daily")).Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Whose_end_nobody_knows_is_not_made_again()
    {
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var services = scope.ServiceProvider;
            await services.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
            var me = (await http.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("create_work_package\nlost")));
            var arguments = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("{\"data\":{\"subject\":\"Lost\"}}")));
            services.GetRequiredService<Application.Common.IAggregates<KeyedCall>>().Add(KeyedCall.Begin(me, hash, arguments, clock.GetUtcNow().UtcDateTime));
            await services.GetRequiredService<Application.Common.IUnitOfWork>().SaveAsync(CancellationToken.None);
        }

        var again = await CallAsync(http, "create_work_package", new() { ["data"] = new JsonObject { ["subject"] = "Lost" }, ["idempotency_key"] = "lost" });

        Assert.That(again["result/structuredContent/error"].GetString(), Does.Contain("its end is not known"));
    }

    private static JsonObject Copy(JsonObject json) => (JsonObject)json.DeepClone();

    private static JsonObject Work(string subject, string? start = null, string? due = null)
    {
        var work = new JsonObject
        {
            ["subject"] = subject,
            ["_links"] = new JsonObject { ["project"] = new JsonObject { ["href"] = Project }, ["type"] = new JsonObject { ["href"] = "/api/v3/types/1" } },
        };
        if (start is not null)
            (work["startDate"], work["dueDate"]) = (start, due);
        return work;
    }

    private async Task<IReadOnlyList<long>> FoundAsync(string subject)
    {
        var filters = Uri.EscapeDataString($$$"""[{"subject":{"operator":"~","values":["{{{subject}}}"]}}]""");
        return [.. (await http.GetJsonAsync("/api/v3/work_packages?filters=" + filters))["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("id").GetInt64())];
    }

    private async Task<IReadOnlyList<IReadOnlyList<(string Raw, string Html)>>> DetailsAsync(long id) =>
    [
        .. (await http.GetJsonAsync($"/api/v3/work_packages/{id}/activities"))["_embedded/elements"].EnumerateArray().Select(activity =>
            (IReadOnlyList<(string, string)>)[.. activity.GetProperty("details").EnumerateArray().Select(d => (d.GetProperty("raw").GetString()!, d.GetProperty("html").GetString()!))]),
    ];

    private Task<ApiAnswer> CallAsync(HttpClient client, string tool, JsonObject arguments, string? clientName = null) =>
        SendAsync(client, "tools/call", new() { ["name"] = tool, ["arguments"] = arguments }, clientName);

    private async Task<ApiAnswer> SendAsync(HttpClient client, string method, JsonObject parameters, string? clientName = null)
    {
        if (clientName is not null)
            parameters["_meta"] = new JsonObject { ["io.modelcontextprotocol/clientInfo"] = new JsonObject { ["name"] = clientName, ["version"] = "1" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp");
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = ++callId, ["method"] = method, ["params"] = parameters };
        request.Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json");
        return await client.AnswerAsync(request);
    }

    private async Task<OAuthApplicationSecret> RegisteredAsync(string name, string scope)
    {
        await using var services = server.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        var me = (await http.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        var draft = new OAuthApplicationDraft(name, ["https://assistant.example.com/back"], Confidential: true, [scope], me);
        return await services.ServiceProvider.GetRequiredService<OAuthApplicationService>().CreateAsync(draft, CancellationToken.None);
    }

    private async Task<ApiAnswer> TokenAsync(OAuthApplicationSecret application, string scope)
    {
        using var client = server.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_id"] = application.ClientId, ["client_secret"] = application.Secret!, ["scope"] = scope, ["resource"] = "http://localhost/mcp",
            }),
        };
        return await client.AnswerAsync(request);
    }

    private async Task<HttpClient> ApplicationAsync(string name, string registered, string asked)
    {
        var token = await TokenAsync(await RegisteredAsync(name, registered), asked);
        Assert.That(token.Status, Is.EqualTo(HttpStatusCode.OK), token.ToString());
        var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token["access_token"].GetString());
        return client;
    }
}

using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>What agents read costs tokens: lists have a size.</summary>
[TestFixture]
public sealed class FigureTests
{
    private const int MostOfCatalogue = 60 * 1024;
    private const int LeastSaving = 5;

    private ApiServer server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer();
        using var client = server.Client();
        for (var i = 0; i < 40; i++)
        {
            var work = new { subject = $"Work {i}", description = new { raw = new string('d', 300) }, _links = new { project = new { href = "/api/v3/projects/3" }, type = new { href = "/api/v3/types/1" } } };
            Assert.That((int)(await client.PostJsonAsync("/api/v3/work_packages", work)).Status, Is.EqualTo(201));
        }
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task The_catalogue_is_small()
    {
        using var http = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, "application/json") };
        var answer = await http.AnswerAsync(request);

        TestContext.Out.WriteLine($"tools/list: {answer.Text.Length} bytes");
        Assert.That(Encoding.UTF8.GetByteCount(answer.Text), Is.LessThanOrEqualTo(MostOfCatalogue));
    }

    [Test]
    public async Task A_condensed_page_is_a_fifth_of_that_of_API_v3()
    {
        using var http = server.Client();
        await using var agent = await McpWorld.ClientAsync(http);
        var page = await http.GetJsonAsync("/api/v3/work_packages?pageSize=40&filters=%5B%5D");
        var result = await agent.CallToolAsync("search_work_packages");
        var (there, here) = (Encoding.UTF8.GetByteCount(page.Text), Encoding.UTF8.GetByteCount(((TextContentBlock)result.Content.Single()).Text));

        TestContext.Out.WriteLine($"40 work packages: {there} bytes from API v3, {here} from the tool");
        Assert.That(result.StructuredContent!.Value.GetProperty("items").GetArrayLength(), Is.EqualTo(40));
        Assert.That(here * LeastSaving, Is.LessThanOrEqualTo(there));
    }

    [Test]
    public async Task Long_texts_are_cut_in_lists_and_what_does_not_fit_is_told_of()
    {
        using var small = new ApiServer(("Mcp:MaxResultBytes", "5000"));
        using var http = small.Client();
        var text = new string('l', 1999) + "\U0001F600" + new string('l', 500);
        var made = await http.PostJsonAsync(
            "/api/v3/work_packages", new { subject = "Long", description = new { raw = text }, _links = new { project = new { href = "/api/v3/projects/3" }, type = new { href = "/api/v3/types/1" } } });
        await using var agent = await McpWorld.ClientAsync(http);

        var one = (await agent.CallToolAsync("search_work_packages", new Dictionary<string, object?> { ["id"] = made["id"].GetInt64(), ["level_of_detail"] = "full" })).StructuredContent!.Value.GetProperty("items")[0];
        var all = (await agent.CallToolAsync("search_work_packages")).StructuredContent!.Value;

        Assert.That(one.GetProperty("description").GetProperty("raw").GetString(), Is.EqualTo(new string('l', 1999)));
        Assert.That((one.GetProperty("descriptionTruncated").GetBoolean(), one.GetProperty("descriptionLength").GetInt32()), Is.EqualTo((true, text.Length)));
        Assert.That(all.GetProperty("truncated").GetBoolean(), Is.True);
        Assert.That(all.GetProperty("items").GetArrayLength() + all.GetProperty("omitted").GetInt32(), Is.EqualTo(all.GetProperty("total").GetInt32()));
        Assert.That(Encoding.UTF8.GetByteCount(all.GetRawText()), Is.LessThan(7000));
        Assert.That(all.TryGetProperty("nextPage", out _), Is.False);
        Assert.That(await WalkedAsync(agent, "search_work_packages"), Has.Count.EqualTo(all.GetProperty("total").GetInt32()));
        Assert.That(await WalkedAsync(agent, "list_priorities"), Is.Not.Empty);
    }

    // As an agent does that takes the server's word for how to go on.
    private static async Task<HashSet<long>> WalkedAsync(ModelContextProtocol.Client.McpClient agent, string tool)
    {
        var ids = new HashSet<long>();
        var arguments = new Dictionary<string, object?>();
        while (true)
        {
            var page = (await agent.CallToolAsync(tool, arguments)).StructuredContent!.Value;
            ids.UnionWith(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            if (page.TryGetProperty("retryWith", out var retry))
                arguments = retry.EnumerateObject().ToDictionary(m => m.Name, m => (object?)m.Value.GetInt32());
            else if (page.TryGetProperty("nextPage", out var next))
                arguments["page"] = next.GetInt32();
            else
                return ids;
        }
    }

    [Test]
    public async Task Signs_that_only_mislead_are_taken_out_of_lists_and_kept_where_one_is_read()
    {
        using var http = server.Client();
        const string subject = "Plain\u202Etxet\U000E0041\u2066";
        var made = await http.PostJsonAsync("/api/v3/work_packages", new { subject, _links = new { project = new { href = "/api/v3/projects/3" }, type = new { href = "/api/v3/types/1" } } });
        await using var agent = await McpWorld.ClientAsync(http);
        var found = await agent.CallToolAsync("search_work_packages", new Dictionary<string, object?> { ["id"] = made["id"].GetInt64() });
        var read = (TextResourceContents)(await agent.ReadResourceAsync("http://localhost" + made["_links/self/href"].GetString())).Contents.Single();

        Assert.That(found.StructuredContent!.Value.GetProperty("items")[0].GetProperty("subject").GetString(), Is.EqualTo("Plaintxet"));
        Assert.That(JsonElement.Parse(read.Text).GetProperty("subject").GetString(), Is.EqualTo(subject));
    }

    [TestCase("StructuredOnly", 0, true)]
    [TestCase("ContentOnly", 1, false)]
    public async Task Results_are_sent_as_the_setting_says(string format, int blocks, bool isStructured)
    {
        using var other = new ApiServer(("Seed:Demo", "None"), ("Mcp:ToolResponseFormat", format));
        using var http = other.Client();
        await using var agent = await McpWorld.ClientAsync(http);
        var tools = await agent.ListToolsAsync();
        var result = await agent.CallToolAsync("search_projects");

        Assert.That(result.Content, Has.Count.EqualTo(blocks));
        Assert.That((result.StructuredContent is not null, tools.Any(t => t.ProtocolTool.OutputSchema is not null)), Is.EqualTo((isStructured, isStructured)));
    }

    [TestCase("Full", 2)]
    [TestCase("StructuredOnly", 0)]
    public async Task A_picture_is_content_and_is_not_sent_where_there_is_to_be_none(string format, int blocks)
    {
        using var other = new ApiServer(("Mcp:ToolResponseFormat", format));
        await McpWorld.TurnAsync(other, "toolsets/content", on: true);
        using var http = other.Client();
        await using var agent = await McpWorld.ClientAsync(http);
        var file = await http.UploadAsync("/api/v3/work_packages/2/attachments", "dot.gif", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));
        var result = await agent.CallToolAsync("get_attachment", new Dictionary<string, object?> { ["id"] = file["id"].GetInt64() });

        Assert.That((result.Content.Count, result.IsError), Is.EqualTo((blocks, (bool?)null)));
    }

    [Test]
    public async Task A_server_that_only_reads_has_no_tools_that_write()
    {
        using var other = new ApiServer(("Seed:Demo", "None"), ("Mcp:ReadOnly", "true"));
        using var http = other.Client();
        await using var agent = await McpWorld.ClientAsync(http);

        Assert.That((await agent.ListToolsAsync()).Select(t => t.ProtocolTool.Annotations!.ReadOnlyHint), Is.All.True);
        Assert.CatchAsync<ModelContextProtocol.McpProtocolException>(async () => await agent.CallToolAsync("create_work_package"));
    }
}

using System.Net;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.Mcp;
using OpenProject.Domain.Common;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>What the operator has switched off is not there; what he calls otherwise is called so.</summary>
[OnEachDatabase]
public sealed class SwitchTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private readonly HashSet<string> switched = [];
    private HttpClient http = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "None"));
        http = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        http.Dispose();
        server.Dispose();
    }

    [TearDown]
    public async Task TurnAllBack()
    {
        foreach (var identifier in switched)
            await McpWorld.TurnAsync(server, identifier, on: !identifier.StartsWith("toolsets/", StringComparison.Ordinal), title: "", description: "");
        switched.Clear();
    }

    [Test]
    public async Task A_tool_is_neither_listed_nor_called_while_it_is_off()
    {
        await using var agent = await McpWorld.ClientAsync(http);

        await SetAsync("tools/list_types", on: false);
        Assert.That((await agent.ListToolsAsync()).Select(t => t.Name), Does.Not.Contain("list_types").And.Contain("list_statuses"));
        Assert.CatchAsync<McpProtocolException>(async () => await agent.CallToolAsync("list_types"));

        await SetAsync("tools/list_types", on: true);
        Assert.That((await agent.CallToolAsync("list_types")).IsError, Is.Not.True);
    }

    [Test]
    public async Task A_resource_is_neither_listed_nor_read_while_it_is_off_but_its_tool_works()
    {
        await using var agent = await McpWorld.ClientAsync(http);
        await SetAsync("resources/status_list", on: false);

        Assert.That((await agent.ListResourcesAsync()).Select(r => r.Name), Is.EqualTo(new[] { "current_user", "type_list" }));
        Assert.CatchAsync<McpProtocolException>(async () => await agent.ReadResourceAsync("http://localhost/api/v3/statuses"));
        Assert.That((await agent.CallToolAsync("list_statuses")).IsError, Is.Not.True);
    }

    [Test]
    public async Task Nothing_is_proposed_for_what_is_off()
    {
        await using var agent = await McpWorld.ClientAsync(http);
        var (prompt, template) = (new PromptReference { Name = "risk_check" }, new ResourceTemplateReference { Uri = "http://localhost/api/v3/projects/{id}" });
        async Task<int> ProposedAsync() => (await agent.CompleteAsync(prompt, "project", "demo")).Completion.Values.Count + (await agent.CompleteAsync(template, "id", "demo")).Completion.Values.Count;

        Assert.That((await http.PostJsonAsync("/api/v3/projects", new { name = "Demo of completions" })).Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await ProposedAsync(), Is.EqualTo(2));
        await SetAsync("prompts/risk_check", on: false);
        await SetAsync("resources/project", on: false);
        Assert.That(await ProposedAsync(), Is.Zero);
    }

    [Test]
    public async Task What_is_off_is_not_read_as_one_of_another_template()
    {
        await using var agent = await McpWorld.ClientAsync(http);
        await SetAsync("resources/current_user", on: false);

        foreach (var path in new[] { "me", "%6De" })
            Assert.CatchAsync<McpProtocolException>(async () => await agent.ReadResourceAsync("http://localhost/api/v3/users/" + path), path);
    }

    [Test]
    public async Task A_set_of_tools_is_off_until_it_is_turned_on()
    {
        await using var agent = await McpWorld.ClientAsync(http);
        Assert.CatchAsync<McpProtocolException>(async () => await agent.CallToolAsync("list_roles"));

        await SetAsync("toolsets/people", on: true);
        Assert.That((await agent.ListToolsAsync()).Select(t => t.Name), Does.Contain("list_roles").And.Not.Contain("list_news"));
        Assert.That((await agent.CallToolAsync("list_roles")).IsError, Is.Not.True);
    }

    [Test]
    public async Task Titles_and_descriptions_are_the_operators_until_he_takes_them_back()
    {
        await SetAsync("tools/search_users", title: "Who", description: "Asks for people.");
        await SetAsync("resources/user", title: "Somebody");
        await SetAsync("mcp_server", title: "Our projects", description: "Be kind.");
        await using (var agent = await McpWorld.ClientAsync(http))
        {
            var tool = (await agent.ListToolsAsync()).Single(t => t.Name == "search_users");
            Assert.That((tool.Title, tool.Description, tool.ProtocolTool.OutputSchema is not null), Is.EqualTo(("Who", "Asks for people.", true)));
            Assert.That((await agent.ListResourceTemplatesAsync()).Single(t => t.Name == "user").Title, Is.EqualTo("Somebody"));
            Assert.That((agent.ServerInfo!.Title, agent.ServerInstructions), Is.EqualTo(("Our projects", "Be kind.")));
        }

        await SetAsync("tools/search_users", title: "", description: " ");
        await SetAsync("resources/user", title: "");
        await SetAsync("mcp_server", title: "", description: "");
        await using var again = await McpWorld.ClientAsync(http);
        Assert.That((await again.ListToolsAsync()).Single(t => t.Name == "search_users").Title, Is.EqualTo("Search users"));
        Assert.That(again.ServerInstructions, Does.StartWith("Projects, work packages"));
    }

    [Test]
    public async Task A_server_that_is_off_is_not_found_but_by_nobody()
    {
        await SetAsync("mcp_server", on: false);
        using var ping = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", Encoding.UTF8, "application/json") };
        using var asNobody = new HttpRequestMessage(HttpMethod.Post, "/mcp");
        using var nobody = server.Anonymous();

        var answer = await http.AnswerAsync(ping);
        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.NotFound, "The MCP server is switched off.")));
        Assert.That((await nobody.AnswerAsync(asNobody)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Only_administrators_decide_and_texts_have_a_length()
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(new Viewer(4711, "Somebody", IsAdmin: false, IsAnonymous: false));
        var service = scope.ServiceProvider.GetRequiredService<McpSwitchService>();

        Assert.ThrowsAsync<ProblemException>(() => service.SetAsync("mcp_server", on: false, title: null, description: null, CancellationToken.None));
        Assert.ThrowsAsync<BrokenRule>(() => SetAsync("mcp_server", description: new string('x', 1001)));
    }

    private Task SetAsync(string identifier, bool? on = null, string? title = null, string? description = null)
    {
        switched.Add(identifier);
        return McpWorld.TurnAsync(server, identifier, on, title, description);
    }
}

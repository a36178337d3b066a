using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using NJsonSchema;
using OpenProject.Application.Mcp;
using OpenProject.Application.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>A world of permissions whose callers also come as agents, with the SDK's own client. What tools answer is held against their output schema.</summary>
public sealed class McpWorld : IAsyncDisposable
{
    private readonly Dictionary<string, McpClient> agents = [];
    private readonly Dictionary<string, JsonSchema> schemas = [];
    private readonly HashSet<string> pages = [];

    private McpWorld(PermissionWorld people) => People = people;

    /// <summary>The callers that there are, by what they may do in the public project.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["admin", "member", "reader", "non-member"];

    /// <summary>The sets of tools that are off unless the operator turns them on.</summary>
    public static IReadOnlyList<string> Sets { get; } = ["toolsets/content", "toolsets/overview", "toolsets/people", "toolsets/planning", "toolsets/projects"];

    /// <summary>The server, and who calls its API v3.</summary>
    public PermissionWorld People { get; }

    /// <summary>The agent of a kind of caller.</summary>
    public McpClient this[string kind] => agents[kind];

    /// <summary>Starts the server.</summary>
    public static async Task<McpWorld> StartAsync(DatabaseProvider provider)
    {
        var world = new McpWorld(await PermissionWorld.StartAsync(provider));
        foreach (var set in Sets)
            await TurnAsync(world.People.Server, set, on: true);
        foreach (var kind in Kinds)
            world.agents[kind] = await ClientAsync(world.People[kind]);
        foreach (var tool in await world["admin"].ListToolsAsync())
        {
            if (tool.JsonSchema.GetProperty("properties").TryGetProperty("page", out _))
                world.pages.Add(tool.Name);
            world.schemas[tool.Name] = await JsonSchema.FromJsonAsync(tool.ProtocolTool.OutputSchema!.Value.GetRawText());
        }

        return world;
    }

    /// <summary>Turns a part of the MCP server on or off, or calls it otherwise, as the operator does.</summary>
    public static async Task TurnAsync(ApiServer server, string identifier, bool? on = null, string? title = null, string? description = null)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<McpSwitchService>().SetAsync(identifier, on, title, description, CancellationToken.None);
    }

    /// <summary>An agent that calls with an HTTP client's credentials.</summary>
    public static Task<McpClient> ClientAsync(HttpClient http) => McpClient.CreateAsync(
        new HttpClientTransport(new() { Endpoint = new Uri(http.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }, http, null, ownsHttpClient: false));

    /// <summary>What a tool answers a kind of caller; it fits the tool's output schema, and its text says the same.</summary>
    public async Task<(bool IsError, JsonElement Content)> CallAsync(string kind, string tool, Dictionary<string, object?>? arguments = null)
    {
        var result = await agents[kind].CallToolAsync(tool, arguments);
        var content = result.StructuredContent!.Value;
        var text = result.Content.Single() switch
        {
            TextContentBlock block => block.Text,
            EmbeddedResourceBlock { Resource: TextResourceContents resource } => resource.Text,
            var other => throw new AssertionException($"{tool} answers with {other.Type}."),
        };
        Assert.That(JsonElement.DeepEquals(JsonElement.Parse(text), content), text);
        Assert.That(schemas[tool].Validate(content.GetRawText()).Select(e => e.ToString()), Is.Empty, $"{tool}: {content}");
        Assert.That(content.TryGetProperty("error", out _), Is.EqualTo(result.IsError == true), content.GetRawText());
        Assert.That(text, Does.Not.Contain("\"html\"").And.Not.Contain("\"method\""), tool);
        return (result.IsError == true, content);
    }

    /// <summary>The ids of all that a search finds, page by page, in its order; the code of its refusal instead when it is refused.</summary>
    public async Task<(string? Code, IReadOnlyList<string> Ids)> SearchAsync(string kind, string tool, Dictionary<string, object?> arguments)
    {
        var ids = new List<string>();
        for (int? page = 1; page is not null;)
        {
            if (pages.Contains(tool))
                arguments["page"] = page;
            var (isError, content) = await CallAsync(kind, tool, arguments);
            if (isError)
                return (content.GetProperty("code").GetString(), []);
            if (content.TryGetProperty("retryWith", out var smaller))
            {
                (page, arguments["page_size"]) = (smaller.GetProperty("page").GetInt32(), smaller.GetProperty("page_size").GetInt32());
                ids.Clear();
                if (page != 1)
                    throw new AssertionException("A smaller page may begin with what has been read; begin with page_size.");
                continue;
            }

            var items = content.TryGetProperty("items", out var found) ? found : content.GetProperty("_embedded").GetProperty("elements");
            ids.AddRange(items.EnumerateArray().Select(item => item.GetProperty("id").ToString()));
            page = content.TryGetProperty("nextPage", out var next) ? next.GetInt32() : null;
        }

        return (null, ids);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var agent in agents.Values)
            await agent.DisposeAsync();
        People.Dispose();
    }
}

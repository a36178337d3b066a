using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>How much one user may have done. After a pause it is twice what a minute gives.</summary>
[TestFixture]
public sealed class LimitTests
{
    [Test]
    public async Task Reads_and_writes_of_a_user_are_counted_apart_and_nobody_pays_for_others()
    {
        using var server = new ApiServer(("Mcp:ReadsPerMinute", "2"), ("Mcp:WritesPerMinute", "1"));
        using var http = server.Client();
        using var other = await server.ClientOfAsync("mira");
        await using var agent = await McpWorld.ClientAsync(http);
        await using var hers = await McpWorld.ClientAsync(other);

        Assert.That(await CodesAsync(agent, "list_types", 5), Is.EqualTo(new[] { "", "", "", "", "rate_limited" }));
        Assert.That(await CodesAsync(agent, "create_work_package", 3), Is.EqualTo(new[] { "invalid_arguments", "invalid_arguments", "rate_limited" }));
        Assert.That(await CodesAsync(hers, "list_types", 1), Is.EqualTo(new[] { "" }));
        Assert.CatchAsync<McpProtocolException>(async () => await agent.ReadResourceAsync("http://localhost/api/v3/types"));
        Assert.CatchAsync<McpProtocolException>(async () => await agent.CompleteAsync(new ModelContextProtocol.Protocol.PromptReference { Name = "risk_check" }, "project", "d"));
        var refused = await agent.CallToolAsync("list_types");
        Assert.That(refused.StructuredContent!.Value.GetProperty("error").GetString(), Does.Match("^These were too many calls[.] Wait [0-9]+ s, then repeat it[.]$"));
    }

    [Test]
    public async Task Only_so_many_calls_of_a_user_run_at_once()
    {
        var fault = new CommandFault();
        using var server = new ApiServer(("Mcp:CallsAtOnce", "1")) { TestServices = services => services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(fault)) };
        using var http = server.Client();
        await using var agent = await McpWorld.ClientAsync(http);
        IReadOnlyList<string>? meanwhile = null;
        fault.Before("statuses", () => meanwhile = Task.Run(() => CodesAsync(agent, "list_types", 1)).GetAwaiter().GetResult());

        Assert.That(await CodesAsync(agent, "list_statuses", 1), Is.EqualTo(new[] { "" }));
        Assert.That(meanwhile, Is.EqualTo(new[] { "rate_limited" }));
        Assert.That(await CodesAsync(agent, "list_types", 1), Is.EqualTo(new[] { "" }));
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(McpClient agent, string tool, int times)
    {
        var codes = new List<string>();
        for (var i = 0; i < times; i++)
            codes.Add((await agent.CallToolAsync(tool)).StructuredContent!.Value.TryGetProperty("code", out var code) ? code.GetString()! : "");
        return codes;
    }
}

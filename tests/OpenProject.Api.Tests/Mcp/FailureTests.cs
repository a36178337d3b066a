using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Logs;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>What breaks, or takes too long, is told for what it is, and leaves a trace in the log.</summary>
[TestFixture]
public sealed class FailureTests
{
    private const string Breaks = "This breaks";
    private const string TakesLong = "This takes long";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<string> log = new();
    private readonly CommandFault fault = new();
    private ApiServer server = null!;
    private HttpClient http = null!;
    private McpClient agent = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer
        {
            TestServices = services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IMarkdown>(new FaultyMarkdown(clock))
                .AddSingleton<ILoggerProvider>(new NotedLog(log.Enqueue)).ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(fault)),
        };
        http = server.Client();
        agent = await McpWorld.ClientAsync(http);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await agent.DisposeAsync();
        http.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Of_several_writes_each_is_told_what_became_of_it()
    {
        var items = new[] { Work("First", "Sound"), Work("Broken", Breaks), Work("Second", "Sound"), Work("Slow", TakesLong), Work("Late", "Sound") };
        var (isError, content) = await CallAsync("bulk_create_work_packages", new() { ["items"] = items });
        var results = content.GetProperty("results").EnumerateArray().Select(r => r.TryGetProperty("code", out var code) ? code.GetString() : r.GetProperty("subject").GetString()).ToList();
        var found = await http.GetJsonAsync("/api/v3/work_packages?pageSize=100&filters=%5B%5D");
        var subjects = found["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("subject").GetString()).ToList();

        Assert.That(isError, Is.False);
        Assert.That(results, Is.EqualTo(new[] { "First", "internal", "Second", "timeout", "not_tried" }));
        Assert.That((content.GetProperty("total").GetInt32(), content.GetProperty("failed").GetInt32()), Is.EqualTo((5, 3)));
        foreach (var unknown in new[] { 1, 3 })
            Assert.That(content.GetProperty("results")[unknown].GetProperty("error").GetString(), Does.EndWith("It may have been written; read before repeating."));
        Assert.That(subjects, Does.Contain("First").And.Contain("Second").And.Not.Contain("Late"));
        Assert.That(log, Has.Some.Contains("One of several work packages could not be written.").And.Contains(Breaks));
    }

    [Test]
    public async Task A_write_that_takes_too_long_may_have_been_made()
    {
        var (isError, content) = await CallAsync("create_work_package", new() { ["data"] = Work("Slow", TakesLong) });

        Assert.That((isError, content.GetProperty("code").GetString()), Is.EqualTo((true, "timeout")));
        Assert.That(content.GetProperty("error").GetString(), Is.EqualTo("It took too long. It may have been written; read before repeating."));
    }

    [Test]
    public async Task A_read_that_takes_too_long_is_to_be_smaller()
    {
        fault.Before("statuses", () => clock.Advance(TimeSpan.FromMinutes(1)));
        var (isError, content) = await CallAsync("list_statuses", []);

        Assert.That((isError, content.GetProperty("code").GetString()), Is.EqualTo((true, "timeout")));
        Assert.That(content.GetProperty("error").GetString(), Is.EqualTo("It took too long. Ask for less."));
        Assert.That(log, Has.Some.Contains("Tool list_statuses () for user").And.Contains("timeout in 60000 ms"));
    }

    [Test]
    public async Task A_fault_of_ours_is_told_by_a_reference_and_logged()
    {
        var (isError, content) = await CallAsync("create_work_package", new() { ["data"] = Work("Broken", Breaks) });

        Assert.That((isError, content.GetProperty("code").GetString()), Is.EqualTo((true, "internal")));
        Assert.That(content.GetProperty("error").GetString(), Does.Match("^Internal error, reference .+[.] It may have been written; read before repeating[.]$"));
        Assert.That(log, Has.Some.Contains("Tool create_work_package failed.").And.Contains(Breaks));
        Assert.That(log, Has.Some.Contains("Tool create_work_package () for user").And.Contains("internal in"));
    }

    [Test]
    public void A_fault_outside_of_tools_is_too()
    {
        fault.Before("statuses", () => throw new InvalidOperationException("Inside of a resource"));
        var resource = Assert.CatchAsync<McpProtocolException>(async () => await agent.ReadResourceAsync("http://localhost/api/v3/statuses"));
        fault.Before("work_packages", () => throw new InvalidOperationException("Inside of a completion"));
        var template = new ResourceTemplateReference { Uri = "http://localhost/api/v3/work_packages/{id}" };
        var completion = Assert.CatchAsync<McpProtocolException>(async () => await agent.CompleteAsync(template, "id", "conf"));

        foreach (var refused in new[] { resource!, completion! })
        {
            Assert.That(refused.ErrorCode, Is.EqualTo(McpErrorCode.InternalError));
            Assert.That(refused.Message, Does.Contain("Internal error, reference ").And.Not.Contain("Inside"));
        }

        Assert.That(log, Has.Some.Contains("resources/read failed.").And.Contains("Inside of a resource"));
        Assert.That(log, Has.Some.Contains("completion/complete failed.").And.Contains("Inside of a completion"));
    }

    [Test]
    public void Readings_and_completions_that_take_too_long_end()
    {
        fault.Before("statuses", () => clock.Advance(TimeSpan.FromMinutes(1)));
        var resource = Assert.CatchAsync<McpProtocolException>(async () => await agent.ReadResourceAsync("http://localhost/api/v3/statuses"));
        fault.Before("work_packages", () => clock.Advance(TimeSpan.FromMinutes(1)));
        var template = new ResourceTemplateReference { Uri = "http://localhost/api/v3/work_packages/{id}" };
        var completion = Assert.CatchAsync<McpProtocolException>(async () => await agent.CompleteAsync(template, "id", "conf"));

        foreach (var refused in new[] { resource!, completion! })
        {
            Assert.That(refused.ErrorCode, Is.EqualTo(McpErrorCode.InternalError));
            Assert.That(refused.Message, Does.Contain("It took too long."));
        }
    }

    private static object Work(string subject, string description) =>
        new { subject, description = new { raw = description }, _links = new { project = new { href = "/api/v3/projects/3" }, type = new { href = "/api/v3/types/1" } } };

    private async Task<(bool IsError, JsonElement Content)> CallAsync(string tool, Dictionary<string, object?> arguments)
    {
        var result = await agent.CallToolAsync(tool, arguments);
        return (result.IsError == true, result.StructuredContent!.Value);
    }

    private sealed class FaultyMarkdown(FakeTimeProvider clock) : IMarkdown
    {
        public string ToHtml(string? markdown)
        {
            if (markdown == Breaks)
                throw new InvalidOperationException(Breaks);
            if (markdown == TakesLong)
                clock.Advance(TimeSpan.FromMinutes(1));
            return markdown is null or "" ? "" : "<p>Rendered</p>";
        }
    }
}

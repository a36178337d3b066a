using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// Calls tools. Whatever goes wrong inside one is its result, flagged as an error: the protocol has errors of its own for what never
/// reached a tool. Each call leaves one line in the log, without what was sent or answered.
/// </summary>
internal sealed partial class ToolRunner(
    IOptions<McpOptions> options, McpWriters writers, IOptions<PublicAddress> address, IHttpContextAccessor http, TimeProvider clock, ILogger<ToolRunner> logger)
{
    private const string Json = "application/json";

    /// <summary>The result of a call.</summary>
    public async Task<CallToolResult> CallAsync(
        DeclaredTool tool, IEnumerable<KeyValuePair<string, JsonElement>> arguments, IServiceProvider services, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolTimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        string outcome;
        CallToolResult answer;
        try
        {
            var call = new ToolCall(services, ToolCall.Read(tool.Arguments, arguments), either.Token);
            answer = Succeeded(tool, await tool.RunAsync(call));
            outcome = "ok";
        }
        catch (ProblemException refused)
        {
            answer = Failed(json => ToolError.Write(json, refused.Problem));
            outcome = ToolError.CodeOf(refused.Problem);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            answer = Failed(json => ToolError.Write(json, "It took too long. Ask for less.", "timeout"));
            outcome = "timeout";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var reference = http.HttpContext?.TraceIdentifier;
            Broke(logger, tool.Name, exception);
            answer = Failed(json => ToolError.Write(json, $"Internal error, reference {reference}.", "internal"));
            outcome = "internal";
        }

        var (userId, milliseconds) = (services.GetRequiredService<CurrentViewer>().Viewer.UserId, (long)clock.GetElapsedTime(since).TotalMilliseconds);
        Called(logger, tool.Name, userId, outcome, milliseconds);
        return answer;
    }

    private CallToolResult Succeeded(DeclaredTool tool, ToolResult result)
    {
        using var buffer = new HalBuffer();
        using var clean = new HalBuffer();
        result.Write(buffer.Json, new ResultScope(writers, options.Value.MaxResultBytes));
        buffer.Json.Flush();
        var json = result.IsList ? MisleadingSigns.TakenFrom(buffer.Written, clean) : buffer.Written;
        return Answer(json.Span, tool.ResourcePath);
    }

    private CallToolResult Failed(Action<Utf8JsonWriter> write)
    {
        using var buffer = new HalBuffer();
        write(buffer.Json);
        buffer.Json.Flush();
        var answer = Answer(buffer.Written.Span, resourcePath: null);
        answer.IsError = true;
        return answer;
    }

    private CallToolResult Answer(ReadOnlySpan<byte> json, string? resourcePath) => new()
    {
        Content = options.Value.ToolResponseFormat == ToolResponseFormat.StructuredOnly ? [] : [Block(Encoding.UTF8.GetString(json), resourcePath)],
        StructuredContent = options.Value.ToolResponseFormat == ToolResponseFormat.ContentOnly ? null : JsonElement.Parse(json),
    };

    private ContentBlock Block(string text, string? resourcePath) => resourcePath is null
        ? new TextContentBlock { Text = text }
        : new EmbeddedResourceBlock
        {
            Resource = new TextResourceContents { Uri = address.Value.BaseFor(http.HttpContext!.Request) + resourcePath, MimeType = Json, Text = text },
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "Tool {Tool} for user {UserId}: {Outcome} in {Milliseconds} ms.")]
    private static partial void Called(ILogger logger, string tool, long userId, string outcome, long milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} failed.")]
    private static partial void Broke(ILogger logger, string tool, Exception exception);
}

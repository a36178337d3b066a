using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// Calls tools. Whatever goes wrong inside one is its result, flagged as an error: the protocol has errors of its own for what never
/// reached a tool. Each call leaves one line in the log, with who called through which program and which ids, without texts.
/// </summary>
internal sealed partial class ToolRunner(
    IOptions<McpOptions> options, McpWriters writers, IOptions<PublicAddress> address, IHttpContextAccessor http, CallLimits limits, TimeProvider clock, ILogger<ToolRunner> logger)
{
    private const string Json = "application/json";

    /// <summary>The result of a call.</summary>
    public async Task<CallToolResult> CallAsync(
        DeclaredTool tool, IEnumerable<KeyValuePair<string, JsonElement>> arguments, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (since, userId, outcome, ids) = (clock.GetTimestamp(), services.GetRequiredService<CurrentViewer>().Viewer.UserId, "cancelled", "");
        try
        {
            using var turn = limits.Enter(userId, tool.Writes);
            if (turn is { IsAcquired: false })
            {
                outcome = "rate_limited";
                return Failed(CallLimits.SentenceFor(turn), outcome);
            }

            var sent = arguments.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
            (outcome, ids, var answer) = await TryAsync(tool, sent, services, cancellationToken);
            return answer;
        }
        finally
        {
            var milliseconds = (long)clock.GetElapsedTime(since).TotalMilliseconds;
            var agent = services.GetRequiredService<CurrentActor>().Agent;
            Called(logger, tool.Name, ids, userId, agent, outcome, milliseconds);
        }
    }

    private async Task<(string Outcome, string Ids, CallToolResult Answer)> TryAsync(
        DeclaredTool tool, Dictionary<string, JsonElement> sent, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolTimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var ids = "";
        try
        {
            var values = ToolCall.Read(tool.Arguments, sent);
            var call = new ToolCall(services, values, either.Token);
            ids = call.Numbers;
            if (!call.Of(DeclaredTool.Notify, otherwise: true))
                services.GetRequiredService<CurrentActor>().KeepQuiet();
            if (call.Of(DeclaredTool.IdempotencyKey) is not { } key)
                return ("ok", ids, Answered(tool, await tool.RunAsync(call)));

            // Who has gone will ask again, and is to find an answer.
            var unhurried = new ToolCall(services, values, patience.Token);
            var json = await KeyedCalls.OnceAsync(tool.Name, key, sent, services, async () => Written(await tool.RunAsync(unhurried)).Text, either.Token);
            return ("ok", ids, Answer(json, Encoding.UTF8.GetBytes(json), tool.ResourcePath));
        }
        catch (ProblemException refused)
        {
            return (ToolError.CodeOf(refused.Problem), ids, Failed(json => ToolError.Write(json, refused.Problem, (refused as BatchRefusedException)?.Index)));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ("timeout", ids, Failed(tool.Writes ? $"{ToolError.TookTooLong} {ToolError.MayBeWritten}" : ToolError.TookTooLong + " Ask for less.", "timeout"));
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            Broke(logger, tool.Name, exception);
            var sentence = $"Internal error, reference {http.HttpContext?.TraceIdentifier}.";
            return ("internal", ids, Failed(tool.Writes ? $"{sentence} {ToolError.MayBeWritten}" : sentence, "internal"));
        }
    }

    private CallToolResult Answered(DeclaredTool tool, ToolResult result)
    {
        var (text, json) = Written(result);
        var answer = Answer(text, json, tool.ResourcePath);
        if (options.Value.ToolResponseFormat != ToolResponseFormat.StructuredOnly)
        {
            foreach (var block in result.Beside)
                answer.Content.Add(block);
        }

        return answer;
    }

    private (string Text, byte[] Json) Written(ToolResult result)
    {
        using var buffer = new HalBuffer();
        result.Write(buffer.Json, new ResultScope(writers, options.Value.MaxResultBytes));
        buffer.Json.Flush();
        var text = Encoding.UTF8.GetString(buffer.Written.Span);
        if (!result.IsList || !MisleadingSigns.MayBeIn(text))
            return (text, buffer.Written.ToArray());
        using var clean = new HalBuffer();
        MisleadingSigns.CopyWithout(buffer.Written.Span, clean.Json);
        return (Encoding.UTF8.GetString(clean.Written.Span), clean.Written.ToArray());
    }

    private CallToolResult Failed(string sentence, string code) => Failed(json => ToolError.Write(json, sentence, code));

    private CallToolResult Failed(Action<Utf8JsonWriter> write)
    {
        using var buffer = new HalBuffer();
        write(buffer.Json);
        buffer.Json.Flush();
        var answer = Answer(Encoding.UTF8.GetString(buffer.Written.Span), buffer.Written.Span, resourcePath: null);
        answer.IsError = true;
        return answer;
    }

    private CallToolResult Answer(string text, ReadOnlySpan<byte> json, string? resourcePath) => new()
    {
        Content = options.Value.ToolResponseFormat == ToolResponseFormat.StructuredOnly ? new List<ContentBlock>() : [Block(text, resourcePath)],
        StructuredContent = options.Value.ToolResponseFormat == ToolResponseFormat.ContentOnly ? null : JsonElement.Parse(json),
    };

    private ContentBlock Block(string text, string? resourcePath) => resourcePath is null
        ? new TextContentBlock { Text = text }
        : new EmbeddedResourceBlock
        {
            Resource = new TextResourceContents { Uri = address.Value.BaseFor(http.HttpContext!.Request) + resourcePath, MimeType = Json, Text = text },
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "Tool {Tool} ({Ids}) for user {UserId} through {Agent}: {Outcome} in {Milliseconds} ms.")]
    private static partial void Called(ILogger logger, string tool, string ids, long userId, string? agent, string outcome, long milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} failed.")]
    private static partial void Broke(ILogger logger, string tool, Exception exception);
}

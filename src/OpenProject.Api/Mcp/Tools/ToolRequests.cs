using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Answers requests about tools.</summary>
internal static class ToolRequests
{
    /// <summary>Those that the caller may call.</summary>
    public static ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken)
    {
        Cursors.Check(request.Params?.Cursor);
        var services = request.Services!;
        var options = services.GetRequiredService<IOptions<McpOptions>>().Value;
        return ValueTask.FromResult(new ListToolsResult
        {
            Tools = [.. services.GetRequiredService<ToolCatalogue>().All.Where(t => IsOpen(t.Tool, options)).Select(t => Told(t, options))],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        });
    }

    /// <summary>Calls one.</summary>
    public static async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var (services, sent) = (request.Services!, request.Params!);
        var options = services.GetRequiredService<IOptions<McpOptions>>().Value;
        return services.GetRequiredService<ToolCatalogue>().Find(sent.Name) is { Tool: var tool } && IsOpen(tool, options)
            ? await services.GetRequiredService<ToolRunner>().CallAsync(tool, sent.Arguments ?? Enumerable.Empty<KeyValuePair<string, System.Text.Json.JsonElement>>(), services, cancellationToken)
            : throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams);
    }

    private static bool IsOpen(DeclaredTool tool, McpOptions options) => tool.Kind == ToolKind.Reads || !options.ReadOnly;

    // Who promises structured content has to send it.
    private static Tool Told(ListedTool tool, McpOptions options)
    {
        var told = tool.Description;
        return options.ToolResponseFormat != ToolResponseFormat.ContentOnly ? told : new Tool
        {
            Name = told.Name, Title = told.Title, Description = told.Description, InputSchema = told.InputSchema, Annotations = told.Annotations,
        };
    }
}

using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenProject.Application.Mcp;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Answers requests about tools.</summary>
internal static class ToolRequests
{
    /// <summary>Those that the caller may call.</summary>
    public static async ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken)
    {
        Cursors.Check(request.Params?.Cursor);
        var services = request.Services!;
        var options = services.GetRequiredService<IOptions<McpOptions>>().Value;
        var switches = await services.GetRequiredService<McpSwitchService>().GetAsync(cancellationToken);
        return new ListToolsResult
        {
            Tools = [.. services.GetRequiredService<ToolCatalogue>().All.Where(t => IsOpen(t.Tool, options, switches)).Select(t => Told(t, options, switches))],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        };
    }

    /// <summary>Calls one.</summary>
    public static async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var (services, sent) = (request.Services!, request.Params!);
        var options = services.GetRequiredService<IOptions<McpOptions>>().Value;
        var switches = await services.GetRequiredService<McpSwitchService>().GetAsync(cancellationToken);
        return services.GetRequiredService<ToolCatalogue>().Find(sent.Name) is { Tool: var tool } && IsOpen(tool, options, switches)
            ? await services.GetRequiredService<ToolRunner>().CallAsync(tool, sent.Arguments ?? Enumerable.Empty<KeyValuePair<string, System.Text.Json.JsonElement>>(), services, cancellationToken)
            : throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams);
    }

    private static bool IsOpen(DeclaredTool tool, McpOptions options, McpSwitches switches) =>
        (tool.Kind == ToolKind.Reads || !options.ReadOnly) && switches.IsOn(McpSwitches.Tool(tool.Name))
        && (tool.Toolset is not { } set || switches.IsOn(McpSwitches.Toolset(set), unlessDecided: false));

    // Who promises structured content has to send it.
    private static Tool Told(ListedTool tool, McpOptions options, McpSwitches switches)
    {
        var (told, identifier) = (tool.Description, McpSwitches.Tool(tool.Tool.Name));
        var (title, description, isText) = (switches.TitleOf(identifier), switches.DescriptionOf(identifier), options.ToolResponseFormat == ToolResponseFormat.ContentOnly);
        return title is null && description is null && !isText ? told : new Tool
        {
            Name = told.Name,
            Title = title ?? told.Title,
            Description = description ?? told.Description,
            InputSchema = told.InputSchema,
            OutputSchema = isText ? null : told.OutputSchema,
            Annotations = told.Annotations,
        };
    }
}

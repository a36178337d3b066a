using System.Text.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenProject.Application.Common;
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
        var (switches, isOpen) = await OpenAsync(services, cancellationToken);
        var asText = services.GetRequiredService<IOptions<McpOptions>>().Value.ToolResponseFormat == ToolResponseFormat.ContentOnly;
        return new ListToolsResult
        {
            Tools =
            [
                .. services.GetRequiredService<ToolCatalogue>().All.Where(t => isOpen(t.Tool))
                    .Select(t => t.Told(asText, switches.TitleOf(McpSwitches.Tool(t.Tool.Name)), switches.DescriptionOf(McpSwitches.Tool(t.Tool.Name)))),
            ],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        };
    }

    /// <summary>Calls one.</summary>
    public static async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var (services, sent) = (request.Services!, request.Params!);
        var (_, isOpen) = await OpenAsync(services, cancellationToken);
        return services.GetRequiredService<ToolCatalogue>().Find(sent.Name) is { Tool: var tool } && isOpen(tool)
            ? await services.GetRequiredService<ToolRunner>().CallAsync(tool, sent.Arguments ?? new Dictionary<string, JsonElement>(), services, cancellationToken)
            : throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams);
    }

    // What the operator and the caller's credentials leave.
    private static async Task<(McpSwitches Switches, Func<DeclaredTool, bool> IsOpen)> OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var readsOnly = services.GetRequiredService<IOptions<McpOptions>>().Value.ReadOnly || services.GetRequiredService<CurrentClient>().ReadsOnly;
        var switches = await services.GetRequiredService<McpSwitchService>().GetAsync(cancellationToken);
        return (switches, tool => !(tool.Writes && readsOnly) && switches.IsOn(McpSwitches.Tool(tool.Name))
            && (tool.Toolset is not { } set || switches.IsOn(McpSwitches.Toolset(set), unlessDecided: false)));
    }
}

using System.Text.Json;
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
        var open = await OpenTools.OfAsync(services, cancellationToken);
        var asText = services.GetRequiredService<IOptions<McpOptions>>().Value.ToolResponseFormat == ToolResponseFormat.ContentOnly;
        return new ListToolsResult
        {
            Tools =
            [
                .. open.All.Select(t => t.Told(asText, open.Switches.TitleOf(McpSwitches.Tool(t.Tool.Name)), open.Switches.DescriptionOf(McpSwitches.Tool(t.Tool.Name)))),
            ],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        };
    }

    /// <summary>Calls one.</summary>
    public static async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var (services, sent) = (request.Services!, request.Params!);
        return (await OpenTools.OfAsync(services, cancellationToken)).Find(sent.Name) is { } tool
            ? await services.GetRequiredService<ToolRunner>().CallAsync(tool, sent.Arguments ?? new Dictionary<string, JsonElement>(), services, cancellationToken)
            : throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams);
    }
}

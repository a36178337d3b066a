using Microsoft.Extensions.Options;
using OpenProject.Application.Common;
using OpenProject.Application.Mcp;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>The tools that the operator and the caller's credentials leave.</summary>
internal sealed class OpenTools
{
    private readonly ToolCatalogue catalogue;
    private readonly bool readsOnly;

    private OpenTools(ToolCatalogue catalogue, McpSwitches switches, bool readsOnly) => (this.catalogue, Switches, this.readsOnly) = (catalogue, switches, readsOnly);

    /// <summary>What the operator decided.</summary>
    public McpSwitches Switches { get; }

    /// <summary>All of them, in order.</summary>
    public IEnumerable<ListedTool> All => catalogue.All.Where(t => IsOpen(t.Tool));

    /// <summary>Those of a request.</summary>
    public static async Task<OpenTools> OfAsync(IServiceProvider services, CancellationToken cancellationToken) => new(
        services.GetRequiredService<ToolCatalogue>(),
        await services.GetRequiredService<McpSwitchService>().GetAsync(cancellationToken),
        services.GetRequiredService<IOptions<McpOptions>>().Value.ReadOnly || services.GetRequiredService<CurrentClient>().ReadsOnly);

    /// <summary>The tool of that name; null when there is none, or not for the caller.</summary>
    public DeclaredTool? Find(string name) => catalogue.Find(name) is { Tool: var tool } && IsOpen(tool) ? tool : null;

    private bool IsOpen(DeclaredTool tool) => !(tool.Writes && readsOnly) && Switches.IsOn(McpSwitches.Tool(tool.Name))
        && (tool.Toolset is not { } set || Switches.IsOn(McpSwitches.Toolset(set), unlessDecided: false));
}

using System.CommandLine;
using OpenProject.Api.Mcp.Prompts;
using OpenProject.Api.Mcp.Resources;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Api.Mcp.Tools.Sets;
using OpenProject.Application.Common;
using OpenProject.Application.Mcp;
using Argument = System.CommandLine.Argument<string>;

namespace OpenProject.Api.Composition;

/// <summary><c>mcp list|set</c>: what the MCP server offers, and what it is called.</summary>
internal static class McpVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create() => new("mcp", "What the MCP server offers.") { List(), Set() };

    private static Command List()
    {
        var list = new Command("list", "Lists the server, its sets of tools, its tools, resources and prompts, and which are on.");
        list.RunsAsOperator(async (_, services, cancellationToken) =>
        {
            var switches = await services.GetRequiredService<McpSwitchService>().GetAsync(cancellationToken);
            var parts = Parts(services).Select(part => new
            {
                part.Identifier,
                Enabled = switches.IsOn(part.Identifier, part.IsUsual),
                Title = switches.TitleOf(part.Identifier) ?? part.Title,
                Description = switches.DescriptionOf(part.Identifier) ?? part.Description,
            }).ToList();
            return Printout.Table(parts, ("identifier", p => p.Identifier), ("state", p => p.Enabled ? "on" : "off"), ("title", p => p.Title), ("description", p => p.Description));
        });
        return list;
    }

    private static Command Set()
    {
        var identifier = new Argument("identifier") { Description = "Which part, as the list names it." };
        var on = new Option<bool>("--on") { Description = "It is there." };
        var off = new Option<bool>("--off") { Description = "It is neither listed nor answered." };
        var title = new Option<string?>("--title") { Description = "What people read; empty for its own." };
        var description = new Option<string?>("--description") { Description = "What models read; empty for its own." };
        var set = new Command("set", "Turns a part of the MCP server on or off, or calls it otherwise.") { identifier, on, off, title, description };
        set.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var part = parsed.GetRequiredValue(identifier);
            if (Parts(services).All(known => known.Identifier != part))
                throw new StartRefused($"There is no '{part}'; the verb 'mcp list' lists what there is.");
            if (parsed.GetValue(on) && parsed.GetValue(off))
                throw new StartRefused("It can be on or off, not both.");
            bool? turned = parsed.GetValue(on) ? true : parsed.GetValue(off) ? false : null;
            var service = services.GetRequiredService<McpSwitchService>();
            await service.SetAsync(part, turned, parsed.GetValue(title), parsed.GetValue(description), cancellationToken);
            var enabled = (await service.GetAsync(cancellationToken)).IsOn(part, Parts(services).First(known => known.Identifier == part).IsUsual);
            return new Printout($"{part}: {(enabled ? "on" : "off")}", new { Identifier = part, Enabled = enabled });
        });
        return set;
    }

    private static IEnumerable<Part> Parts(IServiceProvider services) =>
    [
        new(McpSwitches.Server, McpEndpoint.Title, McpEndpoint.Instructions),
        .. Toolsets.Names.Select(set => new Part(McpSwitches.Toolset(set.Name), set.Title, set.Description, IsUsual: false)),
        .. services.GetRequiredService<ToolCatalogue>().All.Select(t => new Part(McpSwitches.Tool(t.Tool.Name), t.Tool.Title, t.Tool.Description)),
        .. ResourceCatalogue.All.Select(r => new Part(McpSwitches.Resource(r.Name), r.Title, r.Description)),
        .. PromptCatalogue.All.Select(p => new Part(McpSwitches.Prompt(p.Name), p.Title, p.Description)),
    ];

    private sealed record Part(string Identifier, string Title, string Description, bool IsUsual = true);
}

using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Application.Mcp;

namespace OpenProject.Api.Mcp.Prompts;

/// <summary>Answers requests about prompts.</summary>
internal static class PromptRequests
{
    private const int LongestValue = 255;

    private static readonly IReadOnlyList<(DeclaredPrompt Prompt, Prompt Listed)> All =
        [.. PromptCatalogue.All.Select(p => (p, new Prompt { Name = p.Name, Title = p.Title, Description = p.Description, Arguments = [.. p.Arguments.Select(Told)] }))];

    /// <summary>Those whose tools the caller has.</summary>
    public static async ValueTask<ListPromptsResult> ListAsync(RequestContext<ListPromptsRequestParams> request, CancellationToken cancellationToken)
    {
        Cursors.Check(request.Params?.Cursor);
        var open = await OpenTools.OfAsync(request.Services!, cancellationToken);
        return new ListPromptsResult
        {
            Prompts = [.. All.Where(p => IsOpen(p.Prompt, open)).Select(p => p.Listed)],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        };
    }

    /// <summary>The message of one.</summary>
    public static async ValueTask<GetPromptResult> GetAsync(RequestContext<GetPromptRequestParams> request, CancellationToken cancellationToken)
    {
        var open = await OpenTools.OfAsync(request.Services!, cancellationToken);
        var prompt = PromptCatalogue.Find(request.Params!.Name) is { } found && IsOpen(found, open) ? found : throw Wrong("There is no such prompt.");
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Params.Arguments ?? Enumerable.Empty<KeyValuePair<string, JsonElement>>())
        {
            if (!prompt.Arguments.Any(a => a.Name == name))
                throw Wrong("There is no such argument of the prompt.");
            if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: <= LongestValue } text || text.Any(char.IsControl))
                throw Wrong($"{name} must be a short text.");
            if (text.Length > 0)
                given[name] = text;
        }

        if (prompt.Arguments.FirstOrDefault(a => a.IsRequired && !given.ContainsKey(a.Name)) is { } missing)
            throw Wrong($"{missing.Name} is missing.");
        return new GetPromptResult
        {
            Description = prompt.Description,
            Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = prompt.Text(given) } }],
        };
    }

    private static bool IsOpen(DeclaredPrompt prompt, OpenTools open) =>
        open.Switches.IsOn(McpSwitches.Prompt(prompt.Name)) && prompt.Tools.All(name => open.Find(name) is not null);

    private static ModelContextProtocol.Protocol.PromptArgument Told(PromptArgument argument) =>
        new() { Name = argument.Name, Description = argument.Description, Required = argument.IsRequired };

    private static McpProtocolException Wrong(string message) => new(message, McpErrorCode.InvalidParams);
}

using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace OpenProject.Api.Mcp.Prompts;

/// <summary>Answers requests about prompts.</summary>
internal static class PromptRequests
{
    private const int LongestValue = 255;

    private static readonly IReadOnlyList<Prompt> Listed =
        [.. PromptCatalogue.All.Select(p => new Prompt { Name = p.Name, Title = p.Title, Description = p.Description, Arguments = [.. p.Arguments.Select(Told)] })];

    /// <summary>All of them.</summary>
    public static ValueTask<ListPromptsResult> ListAsync(RequestContext<ListPromptsRequestParams> request, CancellationToken cancellationToken)
    {
        Cursors.Check(request.Params?.Cursor);
        return ValueTask.FromResult(new ListPromptsResult
        {
            Prompts = [.. Listed],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        });
    }

    /// <summary>The message of one.</summary>
    public static ValueTask<GetPromptResult> GetAsync(RequestContext<GetPromptRequestParams> request, CancellationToken cancellationToken)
    {
        var prompt = PromptCatalogue.Find(request.Params!.Name) ?? throw Wrong("There is no such prompt.");
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
        return ValueTask.FromResult(new GetPromptResult
        {
            Description = prompt.Description,
            Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = prompt.Text(given) } }],
        });
    }

    private static ModelContextProtocol.Protocol.PromptArgument Told(PromptArgument argument) =>
        new() { Name = argument.Name, Description = argument.Description, Required = argument.IsRequired };

    private static McpProtocolException Wrong(string message) => new(message, McpErrorCode.InvalidParams);
}

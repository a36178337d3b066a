using System.Collections.Frozen;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace OpenProject.Api.Mcp.Http;

/// <summary>
/// The form of a message and of what its method needs. The SDK answers a form that it does not expect as a failure of ours
/// (-32603), where the protocol has -32602.
/// </summary>
internal static class JsonRpcShape
{
    // Gone since revision 2026-07-28, so that the SDK calls its constant obsolete.
    private const string SetLevel = "logging/setLevel";

    private static readonly FrozenDictionary<string, Member[]> Needed = new Dictionary<string, Member[]>(StringComparer.Ordinal)
    {
        [RequestMethods.Initialize] =
        [
            new("protocolVersion", JsonValueKind.String), new("capabilities", JsonValueKind.Object), new("clientInfo", JsonValueKind.Object),
            new("clientInfo/name", JsonValueKind.String), new("clientInfo/version", JsonValueKind.String),
        ],
        [RequestMethods.ToolsCall] = [new("name", JsonValueKind.String), new("arguments", JsonValueKind.Object, IsOptional: true)],
        [RequestMethods.ToolsList] = [new("cursor", JsonValueKind.String, IsOptional: true)],
        [RequestMethods.PromptsList] = [new("cursor", JsonValueKind.String, IsOptional: true)],
        [RequestMethods.ResourcesList] = [new("cursor", JsonValueKind.String, IsOptional: true)],
        [RequestMethods.ResourcesTemplatesList] = [new("cursor", JsonValueKind.String, IsOptional: true)],
        [RequestMethods.PromptsGet] = [new("name", JsonValueKind.String), new("arguments", JsonValueKind.Object, IsOptional: true)],
        [RequestMethods.ResourcesRead] = [new("uri", JsonValueKind.String)],
        [RequestMethods.ResourcesSubscribe] = [new("uri", JsonValueKind.String)],
        [RequestMethods.ResourcesUnsubscribe] = [new("uri", JsonValueKind.String)],
        [SetLevel] = [new("level", JsonValueKind.String)],
        [RequestMethods.CompletionComplete] =
        [
            new("ref", JsonValueKind.Object), new("ref/type", JsonValueKind.String), new("argument", JsonValueKind.Object),
            new("argument/name", JsonValueKind.String), new("argument/value", JsonValueKind.String),
            new("context", JsonValueKind.Object, IsOptional: true), new("context/arguments", JsonValueKind.Object, IsOptional: true),
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Levels =
        new[] { "debug", "info", "notice", "warning", "error", "critical", "alert", "emergency" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> References = new[] { "ref/prompt", "ref/resource" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why the message goes no further; null when its form is right, or the SDK says so better.</summary>
    public static JsonRpcRefusal? Check(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
            return Invalid("null", "The request must be one JSON-RPC message.");
        var id = message.TryGetProperty("id", out var given) ? given : default;
        if (id.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.String or JsonValueKind.Number))
            return Invalid("null", "The id must be a text or a number.");
        var told = id.ValueKind == JsonValueKind.Undefined ? "null" : id.GetRawText();
        if (!message.TryGetProperty("jsonrpc", out var version) || version.ValueKind != JsonValueKind.String || version.GetString() != "2.0")
            return Invalid(told, "The member jsonrpc must be \"2.0\".");
        if (!message.TryGetProperty("method", out var method))
            return null;
        if (method.ValueKind != JsonValueKind.String)
            return Invalid(told, "The method must be a text.");
        var parameters = message.TryGetProperty("params", out var sent) ? sent : default;
        var wrong = WrongIn(method.GetString()!, parameters);
        return wrong is null || id.ValueKind == JsonValueKind.Undefined ? null : new JsonRpcRefusal(told, (int)McpErrorCode.InvalidParams, wrong);
    }

    /// <summary>The tool that a message of right form calls; null when it calls none.</summary>
    public static string? ToolIn(JsonElement message) =>
        message.TryGetProperty("method", out var method) && method.GetString() == RequestMethods.ToolsCall && message.TryGetProperty("params", out var parameters)
        && Find(parameters, "name") is { ValueKind: JsonValueKind.String } name
            ? name.GetString()
            : null;

    private static string? WrongIn(string method, JsonElement parameters)
    {
        if (parameters.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
            return "params must be an object.";
        if (IsWrong(parameters, new("_meta", JsonValueKind.Object, IsOptional: true)) is { } meta)
            return meta;
        foreach (var member in Needed.GetValueOrDefault(method) ?? [])
        {
            if (IsWrong(parameters, member) is { } wrong)
                return wrong;
        }

        return method switch
        {
            SetLevel when !Levels.Contains(Find(parameters, "level").GetString()!) => "params.level is no level of a log.",
            RequestMethods.CompletionComplete when !References.Contains(Find(parameters, "ref/type").GetString()!) => "params.ref.type is neither ref/prompt nor ref/resource.",
            RequestMethods.CompletionComplete when Find(parameters, "context/arguments") is { ValueKind: JsonValueKind.Object } chosen
                && chosen.EnumerateObject().Any(a => a.Value.ValueKind != JsonValueKind.String) => "params.context.arguments must be texts.",
            RequestMethods.CompletionComplete => IsWrong(parameters, Find(parameters, "ref/type").GetString() == "ref/prompt" ? new("ref/name", JsonValueKind.String) : new("ref/uri", JsonValueKind.String)),
            _ => null,
        };
    }

    private static string? IsWrong(JsonElement parameters, Member member)
    {
        var value = Find(parameters, member.Path);
        var isThere = value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
        if (isThere ? value.ValueKind == member.Kind : member.IsOptional)
            return null;
        var kind = member.Kind == JsonValueKind.String ? "a text" : "an object";
        return $"params.{member.Path.Replace('/', '.')} must be {kind}.";
    }

    private static JsonElement Find(JsonElement parameters, string path)
    {
        foreach (var name in path.Split('/'))
        {
            if (parameters.ValueKind != JsonValueKind.Object || !parameters.TryGetProperty(name, out parameters))
                return default;
        }

        return parameters;
    }

    private static JsonRpcRefusal Invalid(string id, string message) => new(id, (int)McpErrorCode.InvalidRequest, message, StatusCodes.Status400BadRequest);

    private readonly record struct Member(string Path, JsonValueKind Kind, bool IsOptional = false);
}

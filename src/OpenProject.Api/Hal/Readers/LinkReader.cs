using System.Text.Json;
using OpenProject.Api.V3;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Parses link objects of requests.</summary>
internal static class LinkReader
{
    private const int LongestEcho = 100;

    /// <summary>The target that a link object names: none for a null href, and not even read where it has no href or an undisclosed one.</summary>
    public static (bool IsRead, LinkTarget? Target, FieldError? Error) Read(string name, IReadOnlyList<ResourcePath> accepts, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return (true, null, null);
        if (json.ValueKind != JsonValueKind.Object)
            return (false, null, Malformed(name, "{ \"href\": \"...\" }", json));
        if (!json.TryGetProperty("href", out var href) || href.ValueKind is not (JsonValueKind.Null or JsonValueKind.String))
            return (false, null, href.ValueKind == JsonValueKind.Undefined ? null : Malformed(name, "{ \"href\": \"...\" }", json));
        if (href.ValueKind == JsonValueKind.Null)
            return (true, null, null);
        var text = href.GetString()!;
        if (text == ResourcePath.Undisclosed.Value)
            return (false, null, null);
        var local = Local(text);
        foreach (var path in accepts)
        {
            if (ReferenceEquals(path, ResourcePath.Elsewhere))
                return (true, new LinkTarget(path, text), null);
            if (local.StartsWith(path.Value + "/", StringComparison.Ordinal) && local[(path.Value.Length + 1)..] is { Length: > 0 } key && !key.Contains('/'))
                return (true, new LinkTarget(path, Uri.UnescapeDataString(key)), null);
        }

        var expected = string.Join("' or '", accepts.Select(p => p.Value + "/:id"));
        return (false, null, new FieldError(
            name, $"For property '{name}' a link like '{expected}' is expected, but got '{Echo(text)}'.", FieldErrorKind.LinkTarget));
    }

    /// <summary>The error for a value of another shape.</summary>
    public static FieldError Malformed(string name, string expected, JsonElement json) => new(
        name,
        $"Invalid format for property '{name}': Expected format like '{expected}', but got '{Echo(json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText())}'.",
        FieldErrorKind.Format);

    // Clients resolve links against the address that they were given, and send them back whole, as OpenProject takes them.
    private static string Local(string text)
    {
        var isAddress = text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal);
        return isAddress && text.IndexOf(RequestPath.Root + "/", StringComparison.Ordinal) is > 0 and var at ? text[at..] : text;
    }

    private static string Echo(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "...";
}

using System.Text.Json;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal;

/// <summary>Parses <c>select</c>: names separated by commas, or a JSON array of them; those of elements begin with <c>elements/</c>.</summary>
internal static class SelectText
{
    /// <summary>What to answer with; null when the text is no selection.</summary>
    public static Selection? Parse(string text)
    {
        var names = text.Trim().StartsWith('[') ? NamesIn(text) : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names is null)
            return null;
        var (collection, elements) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var name in names)
        {
            if (name.StartsWith("elements/", StringComparison.Ordinal))
                elements.Add(name["elements/".Length..]);
            else
                collection.Add(name);
        }

        var allElements = elements.Contains("*") || collection.Remove("elements");
        return new Selection(collection.Contains("*") ? null : collection, allElements ? null : elements);
    }

    private static string[]? NamesIn(string text)
    {
        using var document = StrictJson.TryParse(text);
        return document?.RootElement is { ValueKind: JsonValueKind.Array } array && array.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String)
            ? [.. array.EnumerateArray().Select(name => name.GetString()!)]
            : null;
    }
}

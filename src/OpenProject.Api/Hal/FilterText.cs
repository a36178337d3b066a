using System.Text.Json;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal;

/// <summary>Parses <c>filters</c>: an array of objects, of which every key is a condition.</summary>
internal static class FilterText
{
    /// <summary>The conditions; null when the text is none.</summary>
    public static IReadOnlyList<FilterClause>? Parse(string text)
    {
        using var document = StrictJson.TryParse(text);
        return document is null ? null : Parse(document.RootElement);
    }

    /// <summary>The conditions; null when the JSON is none.</summary>
    public static IReadOnlyList<FilterClause>? Parse(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
            return null;
        var clauses = new List<FilterClause>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
                return null;
            foreach (var condition in item.EnumerateObject())
            {
                if (Clause(condition) is not { } clause)
                    return null;
                clauses.Add(clause);
            }
        }

        return clauses;
    }

    private static FilterClause? Clause(JsonProperty condition)
    {
        if (condition.Value.ValueKind != JsonValueKind.Object
            || !condition.Value.TryGetProperty("operator", out var symbol)
            || symbol.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var values = condition.Value.TryGetProperty("values", out var given) ? Values(given) : [];
        return values is null ? null : new FilterClause(condition.Name, symbol.GetString()!, values);
    }

    private static List<string>? Values(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return [];
        if (json.ValueKind != JsonValueKind.Array)
            return Value(json) is { } only ? [only] : null;
        var values = new List<string>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            if (Value(element) is not { } value)
                return null;
            values.Add(value);
        }

        return values;
    }

    private static string? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "t",
        JsonValueKind.False => "f",
        JsonValueKind.Null => "",
        _ => null,
    };
}

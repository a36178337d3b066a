using System.Text.Json;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal;

/// <summary>Parses <c>sortBy</c>: an array of pairs <c>["name","desc"]</c> or texts <c>"name:desc"</c>; the direction may be left out.</summary>
internal static class SortText
{
    /// <summary>The order; null when the text is none.</summary>
    public static IReadOnlyList<SortClause>? Parse(string text)
    {
        using var document = StrictJson.TryParse(text);
        return document is null ? null : Parse(document.RootElement);
    }

    /// <summary>The order; null when the JSON is none.</summary>
    public static IReadOnlyList<SortClause>? Parse(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
            return null;
        var clauses = new List<SortClause>();
        foreach (var item in array.EnumerateArray())
        {
            if (Parts(item) is not { } parts || Clause(parts) is not { } clause)
                return null;
            clauses.Add(clause);
        }

        return clauses;
    }

    private static string[]? Parts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!.Split(':'),
        JsonValueKind.Array when json.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String) =>
            [.. json.EnumerateArray().Select(part => part.GetString()!)],
        _ => null,
    };

    private static SortClause? Clause(string[] parts) => parts switch
    {
        [var name] => new SortClause(name, IsDescending: false),
        [var name, var direction] when direction.Equals("asc", StringComparison.OrdinalIgnoreCase) => new SortClause(name, IsDescending: false),
        [var name, var direction] when direction.Equals("desc", StringComparison.OrdinalIgnoreCase) => new SortClause(name, IsDescending: true),
        _ => null,
    };
}

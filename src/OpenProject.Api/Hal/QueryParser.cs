using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenProject.Api.V3;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal;

/// <summary>Parses query strings of collections; what cannot be understood leaves as <see cref="Problem.InvalidQuery"/>.</summary>
public static class QueryParser
{
    private const int MostFilters = 100;
    private const int MostValues = 10_000;

    /// <summary>Parses the query of a whole (unpaginated) collection.</summary>
    public static CollectionQuery Whole(string path) => new() { Path = path };

    /// <summary>Parses the query of a paginated collection.</summary>
    /// <param name="path">The collection's path, which its links repeat.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="paging">Page sizes.</param>
    /// <param name="grouped">What was sent in addition, for collections that can be grouped.</param>
    /// <param name="defaultFilters">The <c>filters</c> that links repeat when none were sent.</param>
    public static CollectionQuery Parse(
        string path, CollectionRequest request, ApiV3Options paging, GroupedCollectionRequest? grouped = null, string defaultFilters = "[]")
    {
        var parameters = new List<KeyValuePair<string, string>> { new("filters", request.Filters ?? defaultFilters) };
        void Repeat(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parameters.Add(new(name, value));
        }

        Repeat("sortBy", request.SortBy);
        Repeat("select", request.Select);
        Repeat("groupBy", grouped?.GroupBy);
        Repeat("showSums", grouped?.ShowSums);
        return new CollectionQuery
        {
            Path = path,
            Filters = request.Filters is { } filters ? ParseFilters(filters) : null,
            Sorts = string.IsNullOrWhiteSpace(request.SortBy) ? [] : ParseSorts(request.SortBy),
            Offset = Math.Max(Number(request.Offset), 1),
            PageSize = PageSize(request.PageSize, paging),
            GroupBy = string.IsNullOrEmpty(grouped?.GroupBy) ? null : grouped.GroupBy,
            ShowSums = grouped?.ShowSums == "true",
            Select = string.IsNullOrWhiteSpace(request.Select) ? null : ParseSelect(request.Select),
            Parameters = parameters,
        };
    }

    /// <summary>Parses <c>filters</c>; every key of every object is a condition.</summary>
    public static IReadOnlyList<FilterClause> ParseFilters(string text)
    {
        using var document = ParseJson(text, "filters");
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw Malformed("filters");
        var clauses = new List<FilterClause>();
        foreach (var item in document.RootElement.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
                throw Malformed("filters");
            foreach (var condition in item.EnumerateObject())
                clauses.Add(Clause(condition));
        }

        return clauses.Count <= MostFilters ? clauses : throw Invalid($"Filters At most {MostFilters} filters can be combined.");
    }

    private static FilterClause Clause(JsonProperty condition)
    {
        if (condition.Value.ValueKind != JsonValueKind.Object
            || !condition.Value.TryGetProperty("operator", out var symbol)
            || symbol.ValueKind != JsonValueKind.String)
        {
            throw Malformed("filters");
        }

        var values = condition.Value.TryGetProperty("values", out var given) ? Values(given) : [];
        return values.Count <= MostValues
            ? new FilterClause(condition.Name, symbol.GetString()!, values)
            : throw Invalid($"Filters {condition.Name} filter has more than {MostValues} values.");
    }

    private static List<string> Values(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => [.. json.EnumerateArray().Select(Value)],
        _ => [Value(json)],
    };

    private static string Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "t",
        JsonValueKind.False => "f",
        JsonValueKind.Null => "",
        _ => throw Malformed("filters"),
    };

    private static List<SortClause> ParseSorts(string text)
    {
        using var document = ParseJson(text, "sortBy");
        if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() > MostFilters)
            throw Malformed("sortBy");
        return [.. document.RootElement.EnumerateArray().Select(Sort)];
    }

    private static SortClause Sort(JsonElement json)
    {
        var parts = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!.Split(':'),
            JsonValueKind.Array => [.. json.EnumerateArray().Select(p => p.ValueKind == JsonValueKind.String ? p.GetString()! : throw Malformed("sortBy"))],
            _ => throw Malformed("sortBy"),
        };
        return parts switch
        {
            [var name] => new SortClause(name, IsDescending: false),
            [var name, var direction] when direction.Equals("asc", StringComparison.OrdinalIgnoreCase) => new SortClause(name, IsDescending: false),
            [var name, var direction] when direction.Equals("desc", StringComparison.OrdinalIgnoreCase) => new SortClause(name, IsDescending: true),
            _ => throw Malformed("sortBy"),
        };
    }

    private static Selection ParseSelect(string text)
    {
        var names = text.Trim().StartsWith('[') ? SelectArray(text) : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
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

    private static IEnumerable<string> SelectArray(string text)
    {
        using var document = ParseJson(text, "select");
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw Malformed("select");
        return [.. document.RootElement.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Malformed("select"))];
    }

    private static int PageSize(string? text, ApiV3Options paging)
    {
        if (text is null)
            return paging.DefaultPageSize;
        var size = Number(text);
        return size < 0 || size > paging.MaxPageSize ? paging.MaxPageSize : size;
    }

    // As the published API reads numbers: text that is none is 0, what exceeds the range is its end.
    private static int Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : text is { Length: > 18 } && text.TrimStart('-').All(char.IsAsciiDigit) ? int.MaxValue : 0;

    private static JsonDocument ParseJson(string text, string parameter)
    {
        try
        {
            return StrictJson.Parse(Encoding.UTF8.GetBytes(text), maxDepth: 16);
        }
        catch (JsonException)
        {
            throw Malformed(parameter);
        }
    }

    private static ProblemException Malformed(string parameter) =>
        Invalid($"The query parameter '{parameter}' is missing or malformed.");

    private static ProblemException Invalid(string message) => new(new Problem.InvalidQuery(message));
}

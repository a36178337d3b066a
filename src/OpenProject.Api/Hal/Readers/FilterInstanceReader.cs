using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Reads the conditions of stored queries. What is no condition at all leaves as <see cref="Problem.Malformed"/>, as published.</summary>
internal static class FilterInstanceReader
{
    private const int MostFilters = 100;
    private const int MostValues = 10_000;

    public static bool Read(JsonElement json, out FilterInstances value)
    {
        value = FilterInstances.None;
        if (json.ValueKind == JsonValueKind.Null)
            return true;
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MostFilters)
            return false;
        value = new FilterInstances([.. json.EnumerateArray().Select(Filter)]);
        return true;
    }

    private static FilterInstance Filter(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("_links", out var links) || links.ValueKind != JsonValueKind.Object)
            throw Unreadable();
        var (name, symbol) = (KeyOf(links, "filter"), KeyOf(links, "operator"));
        if (name.Length == 0)
            throw Unreadable();
        var hrefs = Each(links, "values").Select(Href).ToList();
        var plain = Each(json, "values").Select(Text);
        var values = hrefs.Count > 0 ? hrefs.Select(LastSegment).ToList() : [.. plain];
        return values.Count <= MostValues ? new FilterInstance(name, symbol, values) { Hrefs = hrefs } : throw Unreadable();
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement json, string member)
    {
        if (!json.TryGetProperty(member, out var values) || values.ValueKind == JsonValueKind.Null)
            return default;
        return values.ValueKind == JsonValueKind.Array ? values.EnumerateArray() : throw Unreadable();
    }

    private static string KeyOf(JsonElement links, string rel) =>
        links.TryGetProperty(rel, out var link) ? LastSegment(Href(link)) : throw Unreadable();

    private static string Href(JsonElement link) =>
        link.ValueKind == JsonValueKind.Object && link.TryGetProperty("href", out var href) && href.ValueKind == JsonValueKind.String
            ? href.GetString()!
            : throw Unreadable();

    private static string LastSegment(string href) => Uri.UnescapeDataString(href[(href.LastIndexOf('/') + 1)..]);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "t",
        JsonValueKind.False => "f",
        JsonValueKind.Null => "",
        _ => throw Unreadable(),
    };

    private static ProblemException Unreadable() => new(new Problem.Malformed("The filters of the request could not be read."));
}

using OpenProject.Api.Hal;
using OpenProject.Application.SavedQueries;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>Turns requests for queries into what they want otherwise. What cannot be understood was refused before, by their validator.</summary>
internal static class QueryRequestParser
{
    // Model binding would make nothing of an empty one, which takes the groups away.
    private static readonly string[] Groups = ["groupBy", "group_by", "g"];

    /// <summary>Parses a request.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="sent">The same with the other spellings of lists.</param>
    /// <param name="paging">Page sizes.</param>
    public static QueryOverrides Parse(QueryRequest request, IQueryCollection sent, ApiV3Options paging)
    {
        var groupBy = Groups.Select(name => sent[name].FirstOrDefault()).FirstOrDefault(value => value is not null);
        return new QueryOverrides
        {
            Filters = request.Conditions,
            Sorts = request.Sorts,
            GroupBy = groupBy,
            ShowSums = Flag(request.ShowSums),
            Columns = Names(request.Columns, sent, "columns[]", "c[]", "c"),
            Timestamps = request.Points,
            IncludeSubprojects = Flag(request.IncludeSubprojects),
            TimelineVisible = Flag(request.TimelineVisible),
            TimelineZoomLevel = Text(request.TimelineZoomLevel),
            TimelineLabels = request.Labels,
            HighlightingMode = Text(request.HighlightingMode),
            HighlightedAttributes = Names(request.HighlightedAttributes, sent, "highlightedAttributes[]"),
            ShowHierarchies = Flag(request.ShowHierarchies),
            DisplayRepresentation = Text(request.DisplayRepresentation),
            Offset = QueryParser.PageOf(request.Offset),
            PageSize = QueryParser.SizeOf(request.PageSize, paging),
            Parameters = [.. Overriding(request, groupBy)],
        };
    }

    // What is neither true nor false says nothing.
    private static bool? Flag(string? text) => text switch { "true" => true, "false" => false, _ => null };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static IReadOnlyList<string>? Names(string? text, IQueryCollection sent, params string[] spellings)
    {
        var repeated = spellings.SelectMany(name => sent[name]).OfType<string>().ToList();
        if (repeated.Count > 0)
            return repeated;
        return text is null ? null : Split(text);
    }

    // A JSON array, one in single quotes as the published example has it, or names separated by commas.
    private static IReadOnlyList<string> Split(string text) =>
        [.. text.Trim().TrimStart('[').TrimEnd(']').Split(',').Select(n => n.Trim().Trim('"', '\'')).Where(n => n.Length > 0)];

    private static IEnumerable<KeyValuePair<string, string>> Overriding(QueryRequest request, string? groupBy)
    {
        (string Name, string? Value)[] sent =
        [
            ("filters", request.Filters), ("offset", request.Offset), ("pageSize", request.PageSize), ("columns", request.Columns),
            ("sortBy", request.SortBy), ("groupBy", groupBy), ("showSums", request.ShowSums), ("timestamps", request.Timestamps),
            ("includeSubprojects", request.IncludeSubprojects), ("timelineVisible", request.TimelineVisible),
            ("timelineZoomLevel", request.TimelineZoomLevel), ("timelineLabels", request.TimelineLabels),
            ("highlightingMode", request.HighlightingMode), ("highlightedAttributes", request.HighlightedAttributes),
            ("showHierarchies", request.ShowHierarchies), ("displayRepresentation", request.DisplayRepresentation),
        ];
        return sent.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!));
    }
}

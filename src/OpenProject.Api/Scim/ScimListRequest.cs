using System.Globalization;
using System.Text.Json;
using OpenProject.Application.Scim;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Api.Scim;

/// <summary>What is asked of lists, by a query string or by the body of <c>.search</c> (RFC 7644 sections 3.4.2 and 3.4.3); as texts, yet unread.</summary>
public sealed record ScimListRequest
{
    private const string Schema = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /// <summary>Which resources.</summary>
    public string? Filter { get; init; }

    /// <summary>What they are ordered by.</summary>
    public string? SortBy { get; init; }

    /// <summary>The direction.</summary>
    public string? SortOrder { get; init; }

    /// <summary>The place of the first one.</summary>
    public string? StartIndex { get; init; }

    /// <summary>How many.</summary>
    public string? Count { get; init; }

    /// <summary>Where the page before ended; empty for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>What is to be told.</summary>
    public IReadOnlyList<string>? Attributes { get; init; }

    /// <summary>What is not to be told.</summary>
    public IReadOnlyList<string>? ExcludedAttributes { get; init; }

    /// <summary>That of a query string.</summary>
    public static ScimListRequest Of(IQueryCollection query) => new()
    {
        Filter = Text(query, "filter"),
        SortBy = Text(query, "sortBy"),
        SortOrder = Text(query, "sortOrder"),
        StartIndex = Text(query, "startIndex"),
        Count = Text(query, "count"),
        Cursor = query.ContainsKey("cursor") ? query["cursor"].ToString() : null,
        Attributes = Names(query, "attributes"),
        ExcludedAttributes = Names(query, "excludedAttributes"),
    };

    /// <summary>That of the body of a search.</summary>
    /// <exception cref="Application.Common.ProblemException">It is no such message.</exception>
    public static ScimListRequest Of(JsonElement body)
    {
        ScimBody.Names(body, Schema);
        return new ScimListRequest
        {
            Filter = Text(body, "filter"),
            SortBy = Text(body, "sortBy"),
            SortOrder = Text(body, "sortOrder"),
            StartIndex = Text(body, "startIndex"),
            Count = Text(body, "count"),
            Cursor = ScimBody.Member(body, "cursor") is not null ? Text(body, "cursor") ?? "" : null,
            Attributes = Names(body, "attributes"),
            ExcludedAttributes = Names(body, "excludedAttributes"),
        };
    }

    /// <summary>What is asked, read.</summary>
    /// <param name="most">The largest page.</param>
    /// <param name="cursors">Reads cursors.</param>
    /// <param name="request">What cursors are bound to, beside the query: whose it is.</param>
    /// <exception cref="Application.Common.ProblemException">Something cannot be understood.</exception>
    public ScimListQuery Read(int most, ScimCursors cursors, string request)
    {
        if (Cursor is not null && StartIndex is not null)
            throw ScimErrors.Of(ScimErrors.InvalidCursor, "Pages are asked for by cursor or by startIndex, not by both.");
        return new ScimListQuery
        {
            Filter = string.IsNullOrWhiteSpace(Filter) ? null : ScimFilterParser.Parse(Filter),
            FilterText = Filter ?? "",
            SortBy = string.IsNullOrWhiteSpace(SortBy) ? null : SortBy.Trim(),
            Descending = IsDescending(),
            StartIndex = (int)Math.Clamp(Number(StartIndex, "startIndex", ScimErrors.InvalidValue) ?? 1, 1, int.MaxValue),
            Count = CountOf(most),
            ByCursor = Cursor is not null,
            After = string.IsNullOrEmpty(Cursor) ? null : cursors.Read(Binding(request), Cursor),
        };
    }

    /// <summary>The page's size, after it is cut to the largest one.</summary>
    /// <exception cref="Application.Common.ProblemException">It is no number.</exception>
    public int CountOf(int most) =>
        (int)Math.Clamp(Number(Count, "count", Cursor is null ? ScimErrors.InvalidValue : ScimErrors.InvalidCount) ?? most, 0, most);

    /// <summary>What the next request must repeat for a cursor to work.</summary>
    public string Binding(string request) => string.Join('\n', request, Filter, SortBy, IsDescending());

    private bool IsDescending() => SortOrder?.Trim() switch
    {
        null or "" => false,
        var text when text.Equals("ascending", StringComparison.OrdinalIgnoreCase) => false,
        var text when text.Equals("descending", StringComparison.OrdinalIgnoreCase) => true,
        _ => throw ScimErrors.Of(ScimErrors.InvalidValue, "sortOrder is \"ascending\" or \"descending\"."),
    };

    // What is larger than any number of rows is as good as the largest.
    private static long? Number(string? text, string name, string refusal)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var digits = text.AsSpan().Trim();
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        var unsigned = digits.TrimStart("+-");
        if (digits.Length - unsigned.Length > 1 || unsigned.IsEmpty || unsigned.IndexOfAnyExceptInRange('0', '9') >= 0)
            throw ScimErrors.Of(refusal, $"{name} must be a number.");
        return digits[0] == '-' ? long.MinValue : long.MaxValue;
    }

    private static string? Text(IQueryCollection query, string name)
    {
        var values = query[name];
        return values.Count <= 1 ? values.FirstOrDefault() : throw ScimErrors.Of(ScimErrors.InvalidValue, $"{name} comes more than once.");
    }

    private static List<string>? Names(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) ? [.. values.SelectMany(text => text!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))] : null;

    private static string? Text(JsonElement body, string name) => ScimBody.Member(body, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        null or { ValueKind: JsonValueKind.Null } => null,
        _ => throw ScimErrors.Of(ScimErrors.InvalidValue, $"{name} is of the wrong type."),
    };

    private static List<string>? Names(JsonElement body, string name) => ScimBody.Member(body, name) switch
    {
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String) => [.. list.EnumerateArray().Select(text => text.GetString()!)],
        { ValueKind: JsonValueKind.String } text => [.. text.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        null or { ValueKind: JsonValueKind.Null } => null,
        _ => throw ScimErrors.Of(ScimErrors.InvalidValue, $"{name} must be a list of names."),
    };
}

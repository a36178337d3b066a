using System.Globalization;
using OpenProject.Api.V3;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal;

/// <summary>Turns query strings of collections into what is asked of them. What cannot be understood was refused before, by their validators.</summary>
public static class QueryParser
{
    /// <summary>The query of a whole (unpaginated) collection.</summary>
    public static CollectionQuery Whole(string path) => new() { Path = path };

    /// <summary>The query of a whole collection that takes filters.</summary>
    public static CollectionQuery Whole(string path, FilteredRequest request) => request.Filters is not { } filters
        ? Whole(path)
        : new CollectionQuery { Path = path, Filters = request.Conditions, Parameters = [new("filters", filters)] };

    /// <summary>The query of a paginated collection.</summary>
    /// <param name="path">The collection's path, which its links repeat.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="paging">Page sizes.</param>
    /// <param name="grouped">What was sent in addition, for collections that can be grouped.</param>
    /// <param name="scoped">What was sent in addition, for collections inside workspaces and queries.</param>
    /// <param name="compared">What was sent in addition, for collections that can be looked at as they were.</param>
    /// <param name="defaultFilters">The <c>filters</c> that links repeat when none were sent.</param>
    public static CollectionQuery Parse(
        string path,
        CollectionRequest request,
        ApiV3Options paging,
        GroupedCollectionRequest? grouped = null,
        ScopedCollectionRequest? scoped = null,
        ComparedRequest? compared = null,
        string defaultFilters = "[]")
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
        Repeat("includeSubprojects", scoped?.IncludeSubprojects);
        Repeat("queryId", scoped?.QueryId);
        Repeat("timestamps", compared?.Timestamps);
        return new CollectionQuery
        {
            Path = path,
            Filters = request.Conditions,
            Sorts = request.Sorts ?? [],
            Offset = PageOf(request.Offset),
            PageSize = SizeOf(request.PageSize, paging),
            GroupBy = string.IsNullOrEmpty(grouped?.GroupBy) ? null : grouped.GroupBy,
            ShowSums = grouped?.ShowSums == "true",
            IncludeSubprojects = scoped?.IncludeSubprojects switch { "true" => true, "false" => false, _ => null },
            QueryId = string.IsNullOrEmpty(scoped?.QueryId) ? null : Number(scoped.QueryId),
            Timestamps = compared?.Points ?? [],
            Select = request.Selection,
            Parameters = parameters,
        };
    }

    /// <summary>The page that <c>offset</c> names, from 1.</summary>
    public static int PageOf(string? text) => Math.Max(Number(text), 1);

    /// <summary>The size that <c>pageSize</c> names, within what is allowed.</summary>
    public static int SizeOf(string? text, ApiV3Options paging)
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
}

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
            Filters = request.Conditions,
            Sorts = request.Sorts ?? [],
            Offset = Math.Max(Number(request.Offset), 1),
            PageSize = PageSize(request.PageSize, paging),
            GroupBy = string.IsNullOrEmpty(grouped?.GroupBy) ? null : grouped.GroupBy,
            ShowSums = grouped?.ShowSums == "true",
            Select = request.Selection,
            Parameters = parameters,
        };
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
}

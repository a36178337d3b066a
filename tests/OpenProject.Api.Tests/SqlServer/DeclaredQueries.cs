using System.Text.Json;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Tests.SqlServer;

/// <summary>For each thing that a resource's list can be asked, the query strings that may ask it.</summary>
/// <param name="inWorkspace">Whether only what makes no sense outside of a workspace is asked, or only the rest.</param>
internal sealed class DeclaredQueries(bool inWorkspace) : IResourceVisitor<IReadOnlyList<IReadOnlyList<string>>>
{
    // What a filter takes depends on its kind and operator; one of these fits.
    private static readonly string[][] Values = [["1"], ["g"], ["t"], [], ["2026-01-01"], ["2026-01-01", "2026-02-01"], ["https://storage.example"]];

    public IReadOnlyList<IReadOnlyList<string>> Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var filters = resource.Filters.Where(filter => filter.Scope == FilterScope.Workspace == inWorkspace)
            .SelectMany(filter => filter.Operators.Select(symbol => FilterQueries(filter, symbol)));
        return inWorkspace ? [.. filters] : [.. filters, .. OthersThanFilters(resource)];
    }

    private static IReadOnlyList<IReadOnlyList<string>> OthersThanFilters<TEntity, TDto>(Resource<TEntity, TDto> resource)
        where TEntity : class
        where TDto : class, IResourceDto =>
        [
            [""],
            .. resource.Sorts.SelectMany(sort => new[] { "asc", "desc" }.Select(direction => One($"sortBy=[[\"{sort.Name}\",\"{direction}\"]]"))),
            .. resource.Groups.Select(group => One($"groupBy={group.Name}")),
            .. resource.Groups.Select(group => One($"groupBy={group.Name}&showSums=true")),
            ["showSums=true"],
            ["offset=2&pageSize=1"],
        ];

    private static IReadOnlyList<string> FilterQueries<TEntity>(Filter<TEntity> filter, string symbol)
    {
        string[][] candidates = filter is CodeFilter<TEntity> named ? [[named.Codes.First()], []] : Values;
        return [.. candidates.Select(values =>
            $"filters={Uri.EscapeDataString($"[{{\"{filter.Name}\":{{\"operator\":\"{symbol}\",\"values\":{JsonSerializer.Serialize(values)}}}}}]")}")];
    }

    private static IReadOnlyList<string> One(string query) => [query];
}

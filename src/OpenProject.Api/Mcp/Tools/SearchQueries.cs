using OpenProject.Application.Queries;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Queries of searches.</summary>
internal static class SearchQueries
{
    /// <summary>The same and further conditions. They are among the parameters too, as totals are remembered by these.</summary>
    public static CollectionQuery Filtered(this CollectionQuery query, params IReadOnlyList<FilterClause> clauses)
    {
        List<FilterClause> all = [.. query.Filters ?? [], .. clauses];
        var text = string.Join('\n', all.Select(c => $"{c.Name}\u0001{c.Operator}\u0001{string.Join('\u0001', c.Values)}"));
        return query with { Filters = all, Parameters = [.. query.Parameters.Where(p => p.Key != "filters"), new("filters", text)] };
    }

    /// <summary>The same of the things of one owner.</summary>
    public static CollectionQuery Within(this CollectionQuery query, object owner) => query with { Path = $"{query.Path}/{owner}" };
}

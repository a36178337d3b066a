using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Scim.Columns;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Scim;

/// <summary>Finds the rows of a page: in the statement that reads them, or for cursors by one that finds where it ends.</summary>
internal static class ScimLists
{
    /// <summary>The rows of the page, how many there are in all, and where the next page begins.</summary>
    /// <param name="type">The type of resources.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="scope">What names depend on.</param>
    /// <param name="all">All rows that there are.</param>
    /// <param name="count">Counts the rows of a query.</param>
    /// <param name="read">Reads the rows of a query, in its order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(IReadOnlyList<TRow> Rows, int Total, ScimPosition? Next)> FindAsync<TEntity, TRow>(
        ScimResourceType<TEntity, TRow> type,
        ScimListQuery query,
        ScimScope scope,
        IQueryable<TEntity> all,
        Func<IQueryable<TEntity>, CancellationToken, ValueTask<int>> count,
        Func<IQueryable<TEntity>, CancellationToken, Task<List<TRow>>> read,
        CancellationToken cancellationToken)
        where TEntity : Principal
        where TRow : ScimRow
    {
        Expression<Func<TEntity, long>> id = row => row.Id;
        var order = query is { Lenient: true, SortBy: { } sortBy } && type.Node(sortBy) is null ? type.Order(null, scope) : type.Order(query.SortBy, scope);
        var rows = query.Filter is { } filter ? all.Where(type.Where(filter, scope, query.Lenient)) : all;
        var total = await count(rows, cancellationToken);
        if (query.Count == 0 || total == 0)
            return ([], total, null);
        if (!query.ByCursor)
            return query.StartIndex > total ? ([], total, null) : (await read(order.Apply(rows, query.Descending, id).Skip(query.StartIndex - 1).Take(query.Count), cancellationToken), total, null);

        var behind = query.After is { } after ? order.After(rows, query.Descending, id, after.Key, after.Id) : rows;
        var keys = await scope.Store.ListAsync(order.Keys(order.Apply(behind, query.Descending, id).Take(query.Count + 1), id), cancellationToken);
        var next = keys.Count > query.Count ? ScimPosition.Of(keys[query.Count - 1]) : null;
        List<long> ids = [.. keys.Take(query.Count).Select(key => key.Id)];
        var found = (await read(all.Where(row => ids.Contains(row.Id)), cancellationToken)).ToDictionary(row => row.Id);
        return ([.. ids.Where(found.ContainsKey).Select(key => found[key])], total, next);
    }
}

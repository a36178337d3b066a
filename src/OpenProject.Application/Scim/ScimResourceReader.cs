using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Scim.Columns;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Scim;

/// <summary>Reads the resources of one type.</summary>
/// <param name="type">The type.</param>
/// <param name="shape">How they become rows.</param>
/// <param name="store">The rows.</param>
/// <param name="counts">Remembers how many there are.</param>
/// <param name="current">Who asks.</param>
public abstract class ScimResourceReader<TEntity, TRow>(
    ScimResourceType<TEntity, TRow> type, ScimRows<TEntity, TRow> shape, IReadStore store, CountMemory counts, CurrentViewer current)
    where TEntity : Principal
    where TRow : ScimRow
{
    // The number of rows of a longer filter is not remembered: nobody asks it again, and the memory would be large.
    private const int LongestRememberedFilter = 256;

    private static readonly Expression<Func<TEntity, long>> IdOf = row => row.Id;

    /// <summary>A page of them.</summary>
    /// <exception cref="ProblemException">The filter or the order is refused.</exception>
    public async Task<ScimPage> ListAsync(ScimListQuery query, ScimCall call, CancellationToken cancellationToken)
    {
        var (scope, projection) = Prepare(call);
        var order = type.Order(query is { Lenient: true, SortBy: { } sortBy } && type.Node(sortBy) is null ? null : query.SortBy, scope);
        var found = query.Filter is { } filter ? All.Where(type.Where(filter, scope, query.Lenient)) : All;
        var (rows, total, next) = query.ByCursor
            ? await BehindAsync(query, found, order, scope, cancellationToken)
            : await FromAsync(query, found, order, scope, cancellationToken);
        await FillAsync(rows, projection, cancellationToken);
        return new ScimPage([.. rows.Select(row => type.Answer(row, scope, projection))], total, next);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<ScimAnswer> FindAsync(long id, ScimCall call, CancellationToken cancellationToken)
    {
        var (scope, projection) = Prepare(call);
        var row = await RowAsync(id, scope, cancellationToken);
        await FillAsync([row], projection, cancellationToken);
        return type.Answer(row, scope, projection);
    }

    /// <summary>One that has just been made, without what lies in other tables.</summary>
    internal ScimAnswer Made(TEntity resource, string? externalId, ScimCall call)
    {
        var (scope, projection) = Prepare(call);
        return type.Answer(shape.Of(resource, externalId), scope, projection);
    }

    /// <summary>What is told of one, with all its attributes but lists of others.</summary>
    internal async Task<TRow> RowAsync(long id, ScimScope scope, CancellationToken cancellationToken) =>
        await store.FirstOrDefaultAsync(shape.Of(All.Where(row => row.Id == id), scope), cancellationToken)
            ?? throw ScimErrors.Missing(id.ToString(CultureInfo.InvariantCulture));

    /// <summary>What names depend on in a request.</summary>
    internal ScimScope ScopeOf(ScimCall call) => new(store, call.Provider, call.Root);

    /// <summary>All rows that SCIM tells of.</summary>
    protected abstract IQueryable<TEntity> All { get; }

    /// <summary>Fills in lists of others, where they are told.</summary>
    protected abstract Task FillAsync(IReadOnlyList<TRow> rows, ScimProjection projection, CancellationToken cancellationToken);

    // What the database finds counts: a total that is remembered never hides a row. It is asked for where the page does not tell it.
    private async Task<(IReadOnlyList<TRow> Rows, int Total, ScimPosition? Next)> FromAsync(
        ScimListQuery query, IQueryable<TEntity> found, ScimOrder<TEntity> order, ScimScope scope, CancellationToken cancellationToken)
    {
        if (query.Count == 0)
            return ([], await CountAsync(found, query, cancellationToken), null);
        var before = query.StartIndex - 1;
        var rows = await store.ListAsync(shape.Of(order.Apply(found, query.Descending, IdOf).Skip(before).Take(query.Count), scope), cancellationToken);
        var isLastPage = rows.Count < query.Count && (rows.Count > 0 || before == 0);
        return (rows, isLastPage ? before + rows.Count : await CountAsync(found, query, cancellationToken), null);
    }

    private async Task<(IReadOnlyList<TRow> Rows, int Total, ScimPosition? Next)> BehindAsync(
        ScimListQuery query, IQueryable<TEntity> found, ScimOrder<TEntity> order, ScimScope scope, CancellationToken cancellationToken)
    {
        if (query.Count == 0)
            return ([], await CountAsync(found, query, cancellationToken), null);
        var behind = query.After is { } after ? order.After(found, query.Descending, IdOf, after.Key, after.Id) : found;
        var keys = await scope.Store.ListAsync(order.Keys(order.Apply(behind, query.Descending, IdOf).Take(query.Count + 1), IdOf), cancellationToken);
        var next = keys.Count > query.Count ? ScimPosition.Of(keys[query.Count - 1]) : null;
        List<long> ids = [.. keys.Take(query.Count).Select(key => key.Id)];
        var rows = (await store.ListAsync(shape.Of(All.Where(row => ids.Contains(row.Id)), scope), cancellationToken)).ToDictionary(row => row.Id);
        var total = query.After is null && next is null ? keys.Count : await CountAsync(found, query, cancellationToken);
        return ([.. ids.Where(rows.ContainsKey).Select(key => rows[key])], total, next);
    }

    private Task<int> CountAsync(IQueryable<TEntity> rows, ScimListQuery query, CancellationToken cancellationToken) =>
        query.FilterText.Length > LongestRememberedFilter
            ? store.CountAsync(rows, cancellationToken)
            : counts.TotalAsync((current.Viewer, type.Urn, query.FilterText), () => store.CountAsync(rows, cancellationToken));

    private (ScimScope Scope, ScimProjection Projection) Prepare(ScimCall call) => (ScopeOf(call), new ScimProjection(type, call));
}

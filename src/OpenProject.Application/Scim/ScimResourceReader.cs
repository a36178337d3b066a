using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Scim;

/// <summary>Reads the resources of one type.</summary>
/// <param name="type">The type.</param>
/// <param name="store">The rows.</param>
/// <param name="counts">Remembers how many there are.</param>
/// <param name="current">Who asks.</param>
public abstract class ScimResourceReader<TEntity, TRow>(ScimResourceType<TEntity, TRow> type, IReadStore store, CountMemory counts, CurrentViewer current)
    where TEntity : Principal
    where TRow : ScimRow
{
    /// <summary>A page of them.</summary>
    /// <exception cref="ProblemException">The filter or the order is refused.</exception>
    public async Task<ScimPage> ListAsync(ScimListQuery query, ScimCall call, CancellationToken cancellationToken)
    {
        var (scope, projection) = Prepare(call);
        var (rows, total, next) = await ScimLists.FindAsync(
            type, query, scope, All, (found, token) => CountAsync(found, query, token), (page, token) => store.ListAsync(Read(page, scope), token), cancellationToken);
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

    /// <summary>What is told of one, with all its attributes but lists of others.</summary>
    internal async Task<TRow> RowAsync(long id, ScimScope scope, CancellationToken cancellationToken) =>
        await store.FirstOrDefaultAsync(Read(All.Where(row => row.Id == id), scope), cancellationToken)
            ?? throw ScimErrors.Missing(id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What names depend on in a request.</summary>
    internal ScimScope ScopeOf(ScimCall call) => new(store, call.Provider, call.Root);

    /// <summary>All rows that SCIM tells of.</summary>
    protected abstract IQueryable<TEntity> All { get; }

    /// <summary>The rows of a query.</summary>
    protected abstract IQueryable<TRow> Read(IQueryable<TEntity> rows, ScimScope scope);

    /// <summary>Fills in lists of others, where they are told.</summary>
    protected abstract Task FillAsync(IReadOnlyList<TRow> rows, ScimProjection projection, CancellationToken cancellationToken);

    private async ValueTask<int> CountAsync(IQueryable<TEntity> rows, ScimListQuery query, CancellationToken cancellationToken)
    {
        var (key, moment) = ((current.Viewer, type.Urn, query.FilterText), counts.Totals.Now);
        if (counts.Totals.TryGet(key, out var known))
            return known;
        var total = await store.CountAsync(rows, cancellationToken);
        counts.Totals.Put(key, total, moment);
        return total;
    }

    private (ScimScope Scope, ScimProjection Projection) Prepare(ScimCall call) => (ScopeOf(call), new ScimProjection(type, call.Attributes, call.Excluded));
}

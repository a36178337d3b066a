using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Queries that EF has translated once for this process. Without it EF walks the expression of each call to find its
/// translation, which for a wide row costs more than reading the row.
/// </summary>
internal sealed class CompiledQueries
{
    private readonly ConcurrentDictionary<LambdaExpression, object> compiled = new(ReferenceEqualityComparer.Instance);

    /// <summary>Runs a query of the store for some ids.</summary>
    public async Task<List<T>> RunAsync<T>(
        OpenProjectDbContext context,
        Expression<Func<IReadStore, List<long>, IQueryable<T>>> query,
        List<long> ids,
        CancellationToken cancellationToken)
    {
        var run = (Func<OpenProjectDbContext, List<long>, IAsyncEnumerable<T>>)compiled.GetOrAdd(query, _ =>
            EF.CompileAsyncQuery((Expression<Func<OpenProjectDbContext, List<long>, IQueryable<T>>>)OnContext(query)));
        return await RowsAsync(run(context, ids), ids.Count, cancellationToken);
    }

    /// <summary>Runs a query of the store for some ids and one other.</summary>
    public async Task<List<T>> RunAsync<T>(
        OpenProjectDbContext context,
        Expression<Func<IReadStore, List<long>, long, IQueryable<T>>> query,
        List<long> ids,
        long other,
        CancellationToken cancellationToken)
    {
        var run = (Func<OpenProjectDbContext, List<long>, long, IAsyncEnumerable<T>>)compiled.GetOrAdd(query, _ =>
            EF.CompileAsyncQuery((Expression<Func<OpenProjectDbContext, List<long>, long, IQueryable<T>>>)OnContext(query)));
        return await RowsAsync(run(context, ids, other), ids.Count, cancellationToken);
    }

    private static async Task<List<T>> RowsAsync<T>(IAsyncEnumerable<T> found, int expected, CancellationToken cancellationToken)
    {
        var rows = new List<T>(expected);
        await foreach (var row in found.WithCancellation(cancellationToken))
            rows.Add(row);
        return rows;
    }

    private static LambdaExpression OnContext(LambdaExpression query)
    {
        var context = Expression.Parameter(typeof(OpenProjectDbContext), "context");
        return Expression.Lambda(new StoreReplacer(query.Parameters[0], context).Visit(query.Body), [context, .. query.Parameters.Skip(1)]);
    }

    // The store's rows are the context's sets.
    private sealed class StoreReplacer(ParameterExpression store, ParameterExpression context) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Object == store && node.Method.Name == nameof(IReadStore.Rows)
                ? Expression.Call(context, nameof(DbContext.Set), node.Method.GetGenericArguments())
                : base.VisitMethodCall(node);
    }
}

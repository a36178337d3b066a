using System.Collections.Concurrent;
using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using OpenProject.Application.Common;

namespace OpenProject.Application.Queries;

/// <summary>
/// The expressions that read rows into DTOs, taken from the AutoMapper configuration once: asking it for each query
/// would walk its plans every time.
/// </summary>
public sealed class Projections(IConfigurationProvider configuration)
{
    private readonly ConcurrentDictionary<(Type, Type), LambdaExpression> expressions = new();
    private readonly ConcurrentDictionary<(Type, Type), LambdaExpression> byIds = new();

    /// <summary>The expression from entity to DTO.</summary>
    public Expression<Func<TEntity, TDto>> Of<TEntity, TDto>() =>
        (Expression<Func<TEntity, TDto>>)expressions.GetOrAdd((typeof(TEntity), typeof(TDto)), _ => Read<TEntity, TDto>());

    /// <summary>The query for rows with given ids, one object per kind, so that its translation is kept.</summary>
    public Expression<Func<IReadStore, List<long>, IQueryable<TDto>>> ByIds<TEntity, TDto>(Expression<Func<TEntity, long>> key)
        where TEntity : class =>
        (Expression<Func<IReadStore, List<long>, IQueryable<TDto>>>)byIds.GetOrAdd((typeof(TEntity), typeof(TDto)), _ => ReadByIds<TEntity, TDto>(key));

    private Expression<Func<IReadStore, List<long>, IQueryable<TDto>>> ReadByIds<TEntity, TDto>(Expression<Func<TEntity, long>> key)
        where TEntity : class
    {
        var (store, ids) = (Expression.Parameter(typeof(IReadStore), "store"), Expression.Parameter(typeof(List<long>), "ids"));
        var rows = Expression.Call(store, nameof(IReadStore.Rows), [typeof(TEntity)]);
        var wanted = Expression.Lambda<Func<TEntity, bool>>(
            Expression.Call(ids, nameof(List<long>.Contains), null, key.Body), key.Parameters[0]);
        var found = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(TEntity)], rows, Expression.Quote(wanted));
        var read = Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [typeof(TEntity), typeof(TDto)], found, Expression.Quote(Of<TEntity, TDto>()));
        return Expression.Lambda<Func<IReadStore, List<long>, IQueryable<TDto>>>(read, store, ids);
    }

    private LambdaExpression Read<TEntity, TDto>()
    {
        var query = Enumerable.Empty<TEntity>().AsQueryable().ProjectTo<TDto>(configuration);
        var select = (MethodCallExpression)query.Expression;
        return (LambdaExpression)((UnaryExpression)select.Arguments[1]).Operand;
    }
}

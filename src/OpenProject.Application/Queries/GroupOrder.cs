using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Queries;

/// <summary>The order of groups: that in which their rows come.</summary>
/// <param name="sort">What the rows are ordered by; the same for all of a group.</param>
/// <param name="context">What is asked for.</param>
/// <param name="descending">Whether they are ordered downwards.</param>
public sealed class GroupOrder<TEntity>(SortKey<TEntity> sort, FilterContext context, bool descending)
{
    /// <summary>Orders groups; those without a value come last where their rows do.</summary>
    public IOrderedQueryable<IGrouping<long?, TEntity>> Apply(IQueryable<IGrouping<long?, TEntity>> groups)
    {
        var ordered = sort.MissingOf(context) is { } missing
            ? Then(groups.OrderBy(Least<int>(Rank(missing))))
            : By(groups, descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy));
        return ordered.ThenBy(g => g.Key);
    }

    private static Expression<Func<TEntity, int>> Rank(Expression<Func<TEntity, bool>> missing) =>
        Expression.Lambda<Func<TEntity, int>>(Expression.Condition(missing.Body, Expression.Constant(1), Expression.Constant(0)), missing.Parameters[0]);

    private static Expression<Func<IGrouping<long?, TEntity>, TKey>> Least<TKey>(LambdaExpression key) =>
        (Expression<Func<IGrouping<long?, TEntity>, TKey>>)Least(key);

    private static LambdaExpression Least(LambdaExpression key)
    {
        var group = Expression.Parameter(typeof(IGrouping<long?, TEntity>), "group");
        return Expression.Lambda(Expression.Call(typeof(Enumerable), nameof(Enumerable.Min), [typeof(TEntity), key.ReturnType], group, key), group);
    }

    private IOrderedQueryable<IGrouping<long?, TEntity>> Then(IOrderedQueryable<IGrouping<long?, TEntity>> groups) =>
        By(groups, descending ? nameof(Queryable.ThenByDescending) : nameof(Queryable.ThenBy));

    private IOrderedQueryable<IGrouping<long?, TEntity>> By(IQueryable<IGrouping<long?, TEntity>> groups, string how)
    {
        var least = Least(sort.FirstOf(context));
        var call = Expression.Call(typeof(Queryable), how, [typeof(IGrouping<long?, TEntity>), least.ReturnType], groups.Expression, Expression.Quote(least));
        return (IOrderedQueryable<IGrouping<long?, TEntity>>)groups.Provider.CreateQuery<IGrouping<long?, TEntity>>(call);
    }
}

using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Queries;

/// <summary>The order of groups: that in which their rows come.</summary>
/// <param name="group">What they are grouped by.</param>
/// <param name="sort">What the rows are ordered by, the same for all of a group; null where they are not ordered by it.</param>
/// <param name="context">What is asked for.</param>
/// <param name="descending">Whether they are ordered downwards.</param>
public sealed class GroupOrder<TEntity>(GroupKey<TEntity> group, SortKey<TEntity>? sort, FilterContext context, bool descending)
{
    /// <summary>Orders groups; those without a value come last where their rows do.</summary>
    public IOrderedQueryable<IGrouping<long?, TEntity>> Apply(IQueryable<IGrouping<long?, TEntity>> groups)
    {
        if (group.Place is { } place)
            return By(groups, OverKey(place(context)), First).ThenBy(g => g.Key);
        if (sort is null)
            return groups.OrderBy(g => g.Key);
        var least = Least(sort.FirstOf(context));
        var ordered = sort.MissingOf(context) is { } missing
            ? By(groups.OrderBy((Expression<Func<IGrouping<long?, TEntity>, int>>)Least(Rank(missing))), least, Next)
            : By(groups, least, First);
        return ordered.ThenBy(g => g.Key);
    }

    private string First => descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy);

    private string Next => descending ? nameof(Queryable.ThenByDescending) : nameof(Queryable.ThenBy);

    private static Expression<Func<TEntity, int>> Rank(Expression<Func<TEntity, bool>> missing) =>
        Expression.Lambda<Func<TEntity, int>>(Expression.Condition(missing.Body, Expression.Constant(1), Expression.Constant(0)), missing.Parameters[0]);

    private static LambdaExpression Least(LambdaExpression key)
    {
        var each = Expression.Parameter(typeof(IGrouping<long?, TEntity>), "group");
        return Expression.Lambda(Expression.Call(typeof(Enumerable), nameof(Enumerable.Min), [typeof(TEntity), key.ReturnType], each, key), each);
    }

    private static LambdaExpression OverKey(LambdaExpression place)
    {
        var each = Expression.Parameter(typeof(IGrouping<long?, TEntity>), "group");
        return Expression.Lambda(Lambdas.Over(place, Expression.Property(each, nameof(IGrouping<,>.Key))), each);
    }

    private static IOrderedQueryable<IGrouping<long?, TEntity>> By(IQueryable<IGrouping<long?, TEntity>> groups, LambdaExpression by, string how)
    {
        var call = Expression.Call(typeof(Queryable), how, [typeof(IGrouping<long?, TEntity>), by.ReturnType], groups.Expression, Expression.Quote(by));
        return (IOrderedQueryable<IGrouping<long?, TEntity>>)groups.Provider.CreateQuery<IGrouping<long?, TEntity>>(call);
    }
}

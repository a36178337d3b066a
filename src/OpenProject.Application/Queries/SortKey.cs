using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Queries;

/// <summary>Something a collection may be sorted by: one expression or several, each with its own place for nulls.</summary>
public sealed class SortKey<TEntity>
{
    private readonly List<Func<IQueryable<TEntity>, FilterContext, bool, bool, IOrderedQueryable<TEntity>>> steps = [];
    private Func<FilterContext, LambdaExpression>? first;
    private Func<FilterContext, Expression<Func<TEntity, bool>>>? missing;

    private SortKey(string name) => Name = name;

    /// <summary>The API's name.</summary>
    public string Name { get; }

    /// <summary>What rows are compared by first.</summary>
    public LambdaExpression FirstOf(FilterContext context) => first!(context);

    /// <summary>Whether a row has no value and comes last for that; null where that is nothing special.</summary>
    public Expression<Func<TEntity, bool>>? MissingOf(FilterContext context) => missing?.Invoke(context);

    /// <summary>Begins a sort key.</summary>
    public static SortKey<TEntity> By<TKey>(string name, Expression<Func<TEntity, TKey>> key) => new SortKey<TEntity>(name).Then(key);

    /// <summary>Begins a sort key that depends on other rows or on who asks.</summary>
    public static SortKey<TEntity> By<TKey>(string name, Func<Access, Expression<Func<TEntity, TKey>>> key) => new SortKey<TEntity>(name).Add(context => key(context.Access));

    /// <summary>Begins a sort key that depends on what is asked for.</summary>
    public static SortKey<TEntity> Within<TKey>(string name, Func<FilterContext, Expression<Func<TEntity, TKey>>> key) => new SortKey<TEntity>(name).Add(key);

    /// <summary>Where the expressions before are equal, this one decides.</summary>
    public SortKey<TEntity> Then<TKey>(Expression<Func<TEntity, TKey>> key) => Add(_ => key);

    /// <summary>Rows without a value come last, whichever the direction.</summary>
    /// <param name="isMissing">Whether a row has no value.</param>
    public SortKey<TEntity> NullsLast(Expression<Func<TEntity, bool>> isMissing) => NullsLastWithin(_ => isMissing);

    /// <summary>Rows that have no value for this viewer come last, whichever the direction.</summary>
    /// <param name="isMissing">Whether a row has no value.</param>
    public SortKey<TEntity> NullsLast(Func<Access, Expression<Func<TEntity, bool>>> isMissing) => NullsLastWithin(context => isMissing(context.Access));

    /// <summary>Rows that have no value in what is asked for come last, whichever the direction.</summary>
    /// <param name="isMissing">Whether a row has no value.</param>
    public SortKey<TEntity> NullsLastWithin(Func<FilterContext, Expression<Func<TEntity, bool>>> isMissing)
    {
        missing = isMissing;
        steps.Insert(0, (rows, context, isFirst, _) => isFirst ? rows.OrderBy(isMissing(context)) : ((IOrderedQueryable<TEntity>)rows).ThenBy(isMissing(context)));
        return this;
    }

    /// <summary>Orders rows, behind an order they already have or as the first.</summary>
    public IOrderedQueryable<TEntity> Apply(IQueryable<TEntity> rows, FilterContext context, bool isFirst, bool descending)
    {
        foreach (var step in steps)
        {
            rows = step(rows, context, isFirst, descending);
            isFirst = false;
        }

        return (IOrderedQueryable<TEntity>)rows;
    }

    private SortKey<TEntity> Add<TKey>(Func<FilterContext, Expression<Func<TEntity, TKey>>> key)
    {
        first ??= key;
        steps.Add((rows, context, isFirst, descending) => (isFirst, descending) switch
        {
            (true, false) => rows.OrderBy(key(context)),
            (true, true) => rows.OrderByDescending(key(context)),
            (false, false) => ((IOrderedQueryable<TEntity>)rows).ThenBy(key(context)),
            (false, true) => ((IOrderedQueryable<TEntity>)rows).ThenByDescending(key(context)),
        });
        return this;
    }
}

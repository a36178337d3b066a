using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>
/// Narrows conditions to rows that something else names, where it names few: of very many rows these are then looked at and no others.
/// What names them may name more than fulfil the condition, which stays.
/// </summary>
internal static class FewRows
{
    /// <summary>The condition, for the named rows alone if they are few.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="key">The id of a row.</param>
    /// <param name="named">The ids of all rows that fulfil it as they are now, and perhaps of others; found by an index.</param>
    /// <param name="context">Who asks.</param>
    public static Expression<Func<TEntity, bool>> Among<TEntity>(
        this Expression<Func<TEntity, bool>> condition, Expression<Func<TEntity, long>> key, IQueryable<long> named, FilterContext context) =>
        context.IsPast || context.Access.Store.Few(named) is not { } few ? condition : condition.Among(key, few);

    /// <summary>The condition, for the named rows alone.</summary>
    public static Expression<Func<TEntity, bool>> Among<TEntity>(
        this Expression<Func<TEntity, bool>> condition, Expression<Func<TEntity, long>> key, IEnumerable<long> named)
    {
        List<long> few = [.. named];
        return key.Is(id => few.Contains(id)).And(condition);
    }
}

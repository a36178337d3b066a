using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Queries;

/// <summary>Groups and sums, counted by the database in one statement.</summary>
public static class Aggregation
{
    private static readonly string[] Slots = [nameof(GroupRow.Sum0), nameof(GroupRow.Sum1), nameof(GroupRow.Sum2), nameof(GroupRow.Sum3)];

    /// <summary>The query for all groups with their counts and sums, at most four sums.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="key">What those of a group share.</param>
    /// <param name="sums">What is summed up.</param>
    /// <param name="order">The order of the groups; null for that of their keys.</param>
    public static IQueryable<GroupRow> Grouped<TEntity>(
        IQueryable<TEntity> rows, Expression<Func<TEntity, long?>> key, IReadOnlyList<SumKey<TEntity>> sums, GroupOrder<TEntity>? order = null)
    {
        if (sums.Count > Slots.Length)
            throw new InvalidOperationException($"At most {Slots.Length} sums; GroupRow has no more slots.");
        var group = Expression.Parameter(typeof(IGrouping<long?, TEntity>), "group");
        var bindings = new List<MemberBinding>
        {
            Bind(nameof(GroupRow.Key), Expression.Property(group, nameof(IGrouping<,>.Key))),
            Bind(nameof(GroupRow.Count), Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(TEntity)], group)),
        };
        bindings.AddRange(sums.Select((sum, i) =>
            (MemberBinding)Bind(Slots[i], Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [typeof(TEntity)], group, sum.Value))));
        var select = Expression.Lambda<Func<IGrouping<long?, TEntity>, GroupRow>>(
            Expression.MemberInit(Expression.New(typeof(GroupRow)), bindings), group);
        var groups = rows.GroupBy(key);
        return (order is null ? groups.OrderBy(g => g.Key) : order.Apply(groups)).Select(select);
    }

    /// <summary>The sums of a group by name.</summary>
    public static IReadOnlyList<SumResult> Results<TEntity>(IReadOnlyList<SumKey<TEntity>> sums, GroupRow row)
    {
        ReadOnlySpan<long?> values = [row.Sum0, row.Sum1, row.Sum2, row.Sum3];
        var results = new SumResult[sums.Count];
        for (var i = 0; i < sums.Count; i++)
            results[i] = new SumResult(sums[i].Name, values[i]);
        return results;
    }

    private static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(GroupRow).GetProperty(member)!, value);
}

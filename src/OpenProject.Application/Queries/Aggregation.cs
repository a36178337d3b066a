using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Common;

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

    /// <summary>What the rows have of defined fields, to be summed up.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="key">What those of a group share.</param>
    /// <param name="values">The values of a row.</param>
    /// <param name="fieldIds">The fields.</param>
    public static IQueryable<Summand> Summands<TEntity>(
        IQueryable<TEntity> rows, Expression<Func<TEntity, long?>> key, Expression<Func<TEntity, IEnumerable<CustomValue>>> values, List<long> fieldIds)
    {
        var value = Expression.Parameter(typeof(CustomValue), "value");
        var summand = Expression.Lambda<Func<TEntity, CustomValue, Summand>>(
            SummandOf(key.Body, Expression.Property(value, nameof(CustomValue.FieldId)), Expression.Property(value, nameof(CustomValue.Number))), key.Parameters[0], value);
        return rows.SelectMany(values, summand).Where(s => fieldIds.Contains(s.FieldId) && s.Number != null);
    }

    /// <summary>What the rows have of something declared, to be summed up under a number that is no field's.</summary>
    /// <param name="rows">The rows that count.</param>
    /// <param name="key">What those of a group share.</param>
    /// <param name="value">The summand.</param>
    /// <param name="number">The number that it goes by, below zero.</param>
    public static IQueryable<Summand> Summands<TEntity>(IQueryable<TEntity> rows, Expression<Func<TEntity, long?>> key, Expression<Func<TEntity, long?>> value, long number)
    {
        Expression<Func<long>> its = () => number;
        var summand = Expression.Lambda<Func<TEntity, Summand>>(
            SummandOf(key.Body, its.Body, Expression.Convert(Lambdas.Rebind(value, key.Parameters[0]), typeof(double?))), key.Parameters[0]);
        return rows.Where(value.Is(summed => summed != null)).Select(summand);
    }

    /// <summary>The query for the sums: a row for each group and field that has any.</summary>
    public static IQueryable<Summand> Summed(IQueryable<Summand> summands) => summands
        .GroupBy(s => new { s.Key, s.FieldId })
        .Select(g => new Summand { Key = g.Key.Key, FieldId = g.Key.FieldId, Number = g.Sum(s => s.Number) });

    /// <summary>The sums of a group by name.</summary>
    public static IReadOnlyList<SumResult> Results<TEntity>(IReadOnlyList<SumKey<TEntity>> sums, GroupRow row)
    {
        ReadOnlySpan<long?> values = [row.Sum0, row.Sum1, row.Sum2, row.Sum3];
        var results = new SumResult[sums.Count];
        for (var i = 0; i < sums.Count; i++)
            results[i] = new SumResult(sums[i].Name, values[i], sums[i].Unit);
        return results;
    }

    private static MemberInitExpression SummandOf(Expression key, Expression fieldId, Expression number)
    {
        MemberAssignment Take(string member, Expression from) => Expression.Bind(typeof(Summand).GetProperty(member)!, from);
        return Expression.MemberInit(
            Expression.New(typeof(Summand)), Take(nameof(Summand.Key), key), Take(nameof(Summand.FieldId), fieldId), Take(nameof(Summand.Number), number));
    }

    private static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(GroupRow).GetProperty(member)!, value);
}

using System.Linq.Expressions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Common;

namespace OpenProject.Application.CustomFields;

/// <summary>
/// Rows that have a value of a field which fulfils a condition. What a condition denies is true of rows where no value
/// fulfils its opposite, those without any value included.
/// </summary>
/// <param name="name">The API's name.</param>
/// <param name="fieldId">The field.</param>
/// <param name="values">The values of a row that count in what is asked for.</param>
/// <param name="inner">The conditions on one value.</param>
/// <param name="isMulti">Whether rows may have several values, so that one may ask for all of some.</param>
internal sealed class CustomValueFilter<TEntity>(
    string name, long fieldId, Func<FilterContext, Expression<Func<TEntity, IEnumerable<CustomValue>>>> values, Filter<CustomValue> inner, bool isMulti) : Filter<TEntity>(name)
{
    private const string AllOf = "&=";

    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal) { ["!"] = "=", ["!~"] = "~", ["!*"] = "*" };

    /// <inheritdoc/>
    public override string ValueType => inner.ValueType;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = isMulti ? [.. inner.Operators, AllOf] : [.. inner.Operators];

    /// <inheritdoc/>
    protected override string PlainValuesOf(string @operator) => inner.ValuesOf(@operator == AllOf ? "=" : @operator) ?? base.PlainValuesOf(@operator);

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        if (clause.Operator == AllOf)
            return Some(clause).Select(value => Any(clause with { Operator = "=", Values = [value] }, context)).Aggregate(Lambdas.And);
        return Opposites.TryGetValue(clause.Operator, out var positive) ? Any(clause with { Operator = positive }, context).Not() : Any(clause, context);
    }

    private Expression<Func<TEntity, bool>> Any(FilterClause clause, FilterContext context)
    {
        Expression<Func<CustomValue, bool>> isOfField = value => value.FieldId == fieldId;
        var condition = isOfField.And(inner.Condition(clause, context));
        var seen = values(context);
        var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(CustomValue)], seen.Body, condition);
        return Expression.Lambda<Func<TEntity, bool>>(any, seen.Parameters[0]);
    }
}

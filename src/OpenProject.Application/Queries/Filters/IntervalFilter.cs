using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows that take place, for some days at least, in an interval (<c>&lt;&gt;d</c>) of which either end may be open.</summary>
/// <param name="name">The API's name.</param>
/// <param name="overlapping">The rows that last to the first day at least, and begin on the second one at the latest.</param>
public sealed class IntervalFilter<TEntity>(string name, Func<DateOnly, DateOnly, Expression<Func<TEntity, bool>>> overlapping) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "Date";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["<>d"];

    /// <inheritdoc/>
    protected override string PlainValuesOf(string @operator) => "[2]Date";

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var days = DayRange.Of(clause.Operator, clause.Values, context.Today) ?? throw InvalidValues();
        return overlapping(days.From ?? DateOnly.MinValue, days.To ?? DateOnly.MaxValue);
    }
}

using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows whose time stamp lies in the days (UTC), or between the moments, that the operator means.</summary>
public sealed class DateTimeFilter<TEntity>(string name, Func<FilterContext, Expression<Func<TEntity, DateTime>>> member) : Filter<TEntity>(name)
{
    /// <summary>A time stamp of the row itself.</summary>
    public DateTimeFilter(string name, Expression<Func<TEntity, DateTime>> member)
        : this(name, _ => member)
    {
    }

    /// <inheritdoc/>
    public override string ValueType => "DateTime";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = [">t-", "<t-", "t-", "t", "w", "=d", "<>d"];

    /// <inheritdoc/>
    protected override string PlainValuesOf(string @operator) => @operator switch
    {
        "=d" => "[1]DateTime",
        "<>d" => "[2]DateTime",
        _ => "[1]Integer",
    };

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var (begin, end) = TimeRange.Of(clause.Operator, clause.Values, context.Today) ?? throw InvalidValues();
        return member(context).Is(v => v >= begin && v < end);
    }
}

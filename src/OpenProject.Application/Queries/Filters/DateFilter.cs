using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows whose date lies in the days that the operator means.</summary>
public sealed class DateFilter<TEntity>(string name, Expression<Func<TEntity, DateOnly?>> member) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "Date";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } =
        ["<t+", ">t+", "t+", "t", "w", ">t-", "<t-", "t-", "=d", "<>d", "!*", "*"];

    /// <inheritdoc/>
    protected override string PlainValuesOf(string @operator) => @operator switch
    {
        "=d" => "[1]Date",
        "<>d" => "[2]Date",
        _ => "[1]Integer",
    };

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        switch (clause.Operator)
        {
            case "*":
                return member.Is(v => v != null);
            case "!*":
                return member.Is(v => v == null);
        }

        var (from, to) = DayRange.Of(clause.Operator, clause.Values, context.Today) ?? throw InvalidValues();
        return (from, to) switch
        {
            ({ } first, { } last) => member.Is(v => v >= first && v <= last),
            ({ } first, null) => member.Is(v => v >= first),
            (null, { } last) => member.Is(v => v <= last),
            _ => member.Is(v => v != null),
        };
    }
}

using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows for which a condition holds (<c>t</c>) or not (<c>f</c>); exactly one value.</summary>
public sealed class BooleanFilter<TEntity>(string name, Func<FilterContext, Expression<Func<TEntity, bool>>> condition) : Filter<TEntity>(name)
{
    /// <summary>A condition that depends on the row alone.</summary>
    public BooleanFilter(string name, Expression<Func<TEntity, bool>> condition)
        : this(name, _ => condition)
    {
    }

    /// <inheritdoc/>
    public override string ValueType => "Boolean";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["=", "!"];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var wanted = clause.Values is [var value] ? value : throw InvalidValues();
        var isTrue = wanted switch { "t" or "true" => true, "f" or "false" => false, _ => throw InvalidValues() };
        return isTrue == (clause.Operator == "=") ? condition(context) : condition(context).Not();
    }
}

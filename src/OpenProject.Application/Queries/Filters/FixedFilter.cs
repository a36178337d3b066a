using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>A filter that compares with no values: all it has are the operators that are declared with it.</summary>
public sealed class FixedFilter<TEntity>(string name) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators => [];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context) => throw InvalidValues();
}

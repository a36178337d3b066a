using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows that have to do with one of some texts which are keys: compared whole, never searched in.</summary>
/// <param name="name">The API's name.</param>
/// <param name="related">Whether a row has to do with any of them.</param>
public sealed class CodedTextFilter<TEntity>(string name, Func<List<string>, FilterContext, Expression<Func<TEntity, bool>>> related) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["="];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context) => related([.. Some(clause)], context);
}

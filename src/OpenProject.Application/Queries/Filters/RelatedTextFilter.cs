using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows of which something else, such as a comment, contains all words of the value, whatever the case.</summary>
/// <param name="name">The API's name.</param>
/// <param name="contains">The rows for which that is so; null when the text cannot be searched for.</param>
/// <param name="indexed">The index that knows the texts; null for none.</param>
public sealed class RelatedTextFilter<TEntity>(
    string name, Func<string, FilterContext, Expression<Func<TEntity, bool>>?> contains, IndexedWords<TEntity>? indexed = null) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["~", "!~"];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var found = Some(clause).Select(value => contains(value, context) ?? throw InvalidValues()).Aggregate(Lambdas.Or);
        return clause.Operator == "~" ? indexed?.Narrow(found, clause.Values, context) ?? found : found.Not();
    }
}

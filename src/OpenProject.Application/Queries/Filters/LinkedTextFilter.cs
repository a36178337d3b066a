using System.Linq.Expressions;
using OpenProject.Application.Common;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows to which another row belongs whose text contains all words of the value, whatever the case.</summary>
/// <param name="name">The API's name.</param>
/// <param name="key">What the other rows refer to.</param>
/// <param name="linked">The other rows.</param>
/// <param name="reference">What one of them refers to.</param>
/// <param name="member">Its text.</param>
public sealed class LinkedTextFilter<TEntity, TLinked>(
    string name,
    Expression<Func<TEntity, long>> key,
    Func<IReadStore, IQueryable<TLinked>> linked,
    Expression<Func<TLinked, long?>> reference,
    Expression<Func<TLinked, string?>> member) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["~", "!~"];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var words = Some(clause).Select(v => SearchFilter<TLinked>.ContainsWords([member], v) ?? throw InvalidValues()).Aggregate(Lambdas.Or);
        var keys = linked(context.Access.Store).Where(words).Select(reference);
        var found = key.Is(id => keys.Contains(id));
        return clause.Operator == "~" ? found : found.Not();
    }
}

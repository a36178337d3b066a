using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows that are in some relation to the given ids (members of, below, of a role ...), as a condition of its own.</summary>
/// <param name="name">The API's name.</param>
/// <param name="related">Whether a row is related to any of the ids.</param>
/// <param name="any">Whether a row is related to anything; null when <c>*</c> and <c>!*</c> make no sense.</param>
/// <param name="acceptsMe">Whether <c>me</c> stands for the viewer.</param>
public sealed class RelationFilter<TEntity>(
    string name,
    Func<List<long>, FilterContext, Expression<Func<TEntity, bool>>> related,
    Func<FilterContext, Expression<Func<TEntity, bool>>>? any = null,
    bool acceptsMe = false)
    : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "[]Integer";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = any is null ? ["=", "!"] : ["=", "!", "*", "!*"];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var mine = context.Access.Viewer.UserId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        List<long> Ids() => Numbers(acceptsMe ? clause with { Values = [.. clause.Values.Select(v => v == "me" ? mine : v)] } : clause);
        return clause.Operator switch
        {
            "=" => related(Ids(), context),
            "!" => related(Ids(), context).Not(),
            "*" => any!(context),
            _ => any!(context).Not(),
        };
    }
}

using System.Linq.Expressions;
using OpenProject.Application.Common;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Which operators a text filter has.</summary>
public enum TextKind
{
    /// <summary><c>~ !~</c>: long text.</summary>
    Text,

    /// <summary><c>= ~ ! !~</c>: names.</summary>
    String,
}

/// <summary>Rows whose text contains all words of the value, whatever the case.</summary>
/// <param name="name">The API's name.</param>
/// <param name="kind">The operators.</param>
/// <param name="memberFor">The text.</param>
/// <param name="indexed">The index that knows it; null for none.</param>
public sealed class TextFilter<TEntity>(
    string name, TextKind kind, Func<FilterContext, Expression<Func<TEntity, string?>>> memberFor, IndexedWords<TEntity>? indexed = null) : Filter<TEntity>(name)
{
    /// <summary>A text that everybody may search.</summary>
    public TextFilter(string name, TextKind kind, Expression<Func<TEntity, string?>> member, IndexedWords<TEntity>? indexed = null)
        : this(name, kind, _ => member, indexed)
    {
    }

    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = kind == TextKind.Text ? ["~", "!~"] : ["=", "~", "!", "!~"];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        List<string> values = [.. Some(clause)];
        var member = memberFor(context);
        return clause.Operator switch
        {
            "=" => member.Is(v => v != null && values.Contains(v)),
            "!" => member.Is(v => v == null || !values.Contains(v)),
            "~" => indexed?.Narrow(AnyOf(member, values), values, context) ?? AnyOf(member, values),
            _ => AnyOf(member, values).Not(),
        };
    }

    private Expression<Func<TEntity, bool>> AnyOf(Expression<Func<TEntity, string?>> member, List<string> values) =>
        values.Select(v => SearchFilter<TEntity>.ContainsWords([member], v) ?? throw InvalidValues()).Aggregate(Lambdas.Or);
}

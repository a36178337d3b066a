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
public sealed class TextFilter<TEntity>(string name, TextKind kind, Func<FilterContext, Expression<Func<TEntity, string?>>> memberFor) : Filter<TEntity>(name)
{
    /// <summary>A text that everybody may search.</summary>
    public TextFilter(string name, TextKind kind, Expression<Func<TEntity, string?>> member)
        : this(name, kind, _ => member)
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
            "~" => AnyOf(member, values),
            _ => AnyOf(member, values).Not(),
        };
    }

    private Expression<Func<TEntity, bool>> AnyOf(Expression<Func<TEntity, string?>> member, List<string> values) =>
        values.Select(v => SearchFilter<TEntity>.ContainsWords([member], v) ?? throw InvalidValues()).Aggregate(Lambdas.Or);
}

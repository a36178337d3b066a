using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows whose member is one of a few named values.</summary>
/// <param name="name">The API's name.</param>
/// <param name="codes">The number that is stored for each name (other spellings included).</param>
/// <param name="member">The stored number; null for none.</param>
/// <param name="isOptional">Whether rows may lack the value.</param>
public sealed class CodeFilter<TEntity>(
    string name, IReadOnlyDictionary<string, int> codes, Expression<Func<TEntity, int?>> member, bool isOptional = false)
    : Filter<TEntity>(name)
{
    /// <summary>The names it takes, other spellings included.</summary>
    public IEnumerable<string> Codes => codes.Keys;

    /// <inheritdoc/>
    public override string ValueType => "[]String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = isOptional ? ["=", "!", "*", "!*"] : ["=", "!"];

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

        List<int> values = [.. Some(clause).Select(v => codes.TryGetValue(v, out var code) ? code : throw InvalidValues())];
        return clause.Operator == "="
            ? member.Is(v => v != null && values.Contains(v.Value))
            : member.Is(v => v == null || !values.Contains(v.Value));
    }
}

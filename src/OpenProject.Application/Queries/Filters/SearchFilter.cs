using System.Linq.Expressions;
using OpenProject.Application.Common;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows in which every word of the value occurs in one of several texts, whatever the case.</summary>
/// <param name="name">The API's name.</param>
/// <param name="members">The texts.</param>
/// <param name="operators">The operators; <c>**</c> and <c>~</c> contain, a leading <c>!</c> does not, <c>=</c> is the same as contains.</param>
/// <param name="alternative">A further way to match the whole value (an id, say); null for none.</param>
public sealed class SearchFilter<TEntity>(
    string name,
    Func<FilterContext, IReadOnlyList<Expression<Func<TEntity, string?>>>> members,
    IReadOnlyList<string>? operators = null,
    Func<string, Expression<Func<TEntity, bool>>?>? alternative = null)
    : Filter<TEntity>(name)
{
    /// <summary>Texts that everybody may search.</summary>
    public SearchFilter(
        string name,
        IReadOnlyList<Expression<Func<TEntity, string?>>> members,
        IReadOnlyList<string>? operators = null,
        Func<string, Expression<Func<TEntity, bool>>?>? alternative = null)
        : this(name, _ => members, operators, alternative)
    {
    }

    /// <summary>More words than this are refused: each is a pass over the text.</summary>
    private const int MostWords = 20;

    /// <summary>A longer word is refused: SQL Server takes no pattern above 4,000 characters, and escaping doubles some.</summary>
    private const int LongestWord = 1000;

    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = operators ?? ["**"];

    /// <summary>The condition that each word of a text occurs in one of the members; null when the text has no words, too many or too long ones.</summary>
    public static Expression<Func<TEntity, bool>>? ContainsWords(IReadOnlyList<Expression<Func<TEntity, string?>>> members, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > MostWords || words.Any(word => word.Length > LongestWord))
            return null;
        return words.Select(word =>
        {
            var pattern = Text.Containing(word);
            return members.Select(m => m.Is(v => Text.Like(v, pattern))).Aggregate(Lambdas.Or);
        }).Aggregate(Lambdas.And);
    }

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var texts = members(context);
        var found = Some(clause).Select(value => Match(texts, value)).Aggregate(Lambdas.Or);
        return clause.Operator.StartsWith('!') ? found.Not() : found;
    }

    private Expression<Func<TEntity, bool>> Match(IReadOnlyList<Expression<Func<TEntity, string?>>> texts, string value)
    {
        var words = ContainsWords(texts, value) ?? throw InvalidValues();
        return alternative?.Invoke(value) is { } other ? words.Or(other) : words;
    }
}

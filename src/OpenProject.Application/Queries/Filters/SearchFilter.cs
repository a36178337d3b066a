using System.Linq.Expressions;
using OpenProject.Application.Common;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows in which every word of the value occurs in one of several texts, whatever the case.</summary>
/// <param name="name">The API's name.</param>
/// <param name="members">The texts.</param>
/// <param name="operators">The operators; <c>**</c> and <c>~</c> contain, a leading <c>!</c> does not, <c>=</c> is the same as contains.</param>
/// <param name="alternative">A further way to match the whole value (an id, say); null for none.</param>
/// <param name="related">Something else of a row, such as its comments, in which a word may occur; null for nothing.</param>
/// <param name="indexed">The index that knows all of these texts; null for none.</param>
public sealed class SearchFilter<TEntity>(
    string name,
    Func<FilterContext, IReadOnlyList<Expression<Func<TEntity, string?>>>> members,
    IReadOnlyList<string>? operators = null,
    Func<string, Expression<Func<TEntity, bool>>?>? alternative = null,
    Func<string, FilterContext, Expression<Func<TEntity, bool>>?>? related = null,
    IndexedWords<TEntity>? indexed = null)
    : Filter<TEntity>(name)
{
    /// <summary>Texts that everybody may search.</summary>
    public SearchFilter(
        string name,
        IReadOnlyList<Expression<Func<TEntity, string?>>> members,
        IReadOnlyList<string>? operators = null,
        Func<string, Expression<Func<TEntity, bool>>?>? alternative = null,
        Func<string, FilterContext, Expression<Func<TEntity, bool>>?>? related = null,
        IndexedWords<TEntity>? indexed = null)
        : this(name, _ => members, operators, alternative, related, indexed)
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
    /// <param name="members">The texts.</param>
    /// <param name="text">The words.</param>
    /// <param name="related">What else a word may occur in; null for nothing.</param>
    public static Expression<Func<TEntity, bool>>? ContainsWords(
        IReadOnlyList<Expression<Func<TEntity, string?>>> members, string text, Func<string, Expression<Func<TEntity, bool>>?>? related = null)
    {
        var words = WordsOf(text);
        if (words.Length is 0 or > MostWords || words.Any(word => word.Length > LongestWord))
            return null;
        return words.Select(word =>
        {
            var pattern = Text.Containing(word);
            var here = members.Select(m => m.Is(v => Text.Like(v, pattern))).Aggregate(Lambdas.Or);
            return related?.Invoke(word) is { } there ? here.Or(there) : here;
        }).Aggregate(Lambdas.And);
    }

    /// <summary>The words of a text.</summary>
    internal static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var texts = members(context);
        var found = Some(clause).Select(value => Match(texts, value, context)).Aggregate(Lambdas.Or);
        return clause.Operator.StartsWith('!') ? found.Not() : indexed?.Narrow(found, clause.Values, context) ?? found;
    }

    private Expression<Func<TEntity, bool>> Match(IReadOnlyList<Expression<Func<TEntity, string?>>> texts, string value, FilterContext context)
    {
        var words = ContainsWords(texts, value, related is null ? null : word => related(word, context)) ?? throw InvalidValues();
        return alternative?.Invoke(value) is { } other ? words.Or(other) : words;
    }
}

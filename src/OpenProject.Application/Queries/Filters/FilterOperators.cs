using System.Collections.Frozen;

namespace OpenProject.Application.Queries.Filters;

/// <summary>What the operators of filters are called.</summary>
public static class FilterOperators
{
    private static readonly (string Symbol, string Label, bool TakesValues)[] Table =
    [
        ("=", "is", true),
        ("&=", "is all of", true),
        ("!", "is not", true),
        ("*", "is not empty", false),
        ("!*", "is empty", false),
        (">=", "greater than or equal to", true),
        ("<=", "less than or equal to", true),
        ("~", "contains", true),
        ("!~", "doesn't contain", true),
        ("**", "search", true),
        ("o", "open", false),
        ("c", "closed", false),
        ("ow", "is ordered by hand", false),
        ("t", "today", false),
        ("w", "this week", false),
        ("=d", "on", true),
        ("<>d", "between", true),
        ("t+", "in", true),
        ("<t+", "in less than", true),
        (">t+", "in more than", true),
        ("t-", "days ago", true),
        (">t-", "less than days ago", true),
        ("<t-", "more than days ago", true),
    ];

    private static readonly FrozenDictionary<string, (string Label, bool TakesValues)> Known =
        Table.ToFrozenDictionary(o => o.Symbol, o => (o.Label, o.TakesValues), StringComparer.Ordinal);

    /// <summary>All symbols, in order.</summary>
    public static IEnumerable<string> Symbols => Table.Select(o => o.Symbol);

    /// <summary>The label of an operator; the symbol itself for an unknown one.</summary>
    public static string LabelOf(string symbol) => Known.TryGetValue(symbol, out var known) ? known.Label : symbol;

    /// <summary>Whether the operator compares with values.</summary>
    public static bool TakesValues(string symbol) => !Known.TryGetValue(symbol, out var known) || known.TakesValues;
}

using System.Linq.Expressions;
using OpenProject.Application.Common;

namespace OpenProject.Application.Queries.Filters;

/// <summary>
/// Narrows a condition on texts to the rows that an index of words names, where it names few: of very many rows these are then
/// looked at and no others. The condition itself stays, as the index may name more than fulfil it.
/// </summary>
/// <param name="key">The id of a row.</param>
/// <param name="places">The texts that the condition looks at, every one of them.</param>
/// <param name="named">The row that a value names by its id, which fulfils the condition too; null for none.</param>
public sealed class IndexedWords<TEntity>(Expression<Func<TEntity, long>> key, WordPlaces places, Func<string, long?>? named = null)
{
    /// <summary>The condition, narrowed if possible.</summary>
    /// <param name="found">That all words of one of the values occur.</param>
    /// <param name="values">The values.</param>
    /// <param name="context">Who asks.</param>
    internal Expression<Func<TEntity, bool>> Narrow(Expression<Func<TEntity, bool>> found, IReadOnlyList<string> values, FilterContext context)
    {
        // The index knows the texts as they are.
        if (context.IsPast)
            return found;
        var rows = new HashSet<long>();
        foreach (var value in values)
        {
            if (Few(value, context.Access.Store) is not { } some)
                return found;
            rows.UnionWith(some);
            if (named?.Invoke(value) is { } id)
                rows.Add(id);
        }

        return found.Among(key, rows);
    }

    // All words must occur, so the rows of any one of them will do; a long one is in fewer.
    private IReadOnlyList<long>? Few(string value, IReadStore store) =>
        SearchFilter<TEntity>.WordsOf(value).OrderByDescending(word => word.Length).Select(word => store.WorkPackagesWith(word, places)).FirstOrDefault(few => few is not null);
}

using System.Collections.Frozen;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Resources;

/// <summary>What the installation has defined for the resource beside what is declared.</summary>
public abstract partial class Resource<TEntity, TDto>
{
    private volatile DefinedPart? defined;

    /// <summary>Whether the installation has defined anything.</summary>
    public bool HasDefinedFields => defined is not null;

    /// <summary>
    /// Takes what the installation has defined, in place of what it had before. Whoever has compiled the fields notices by
    /// <see cref="Fields"/> being another list.
    /// </summary>
    /// <param name="more">The fields.</param>
    /// <param name="moreFilters">The filters.</param>
    /// <param name="moreSorts">The sort keys.</param>
    internal void Define(IReadOnlyList<Field<TEntity, TDto>> more, IReadOnlyList<Filter<TEntity>> moreFilters, IReadOnlyList<SortKey<TEntity>> moreSorts) =>
        defined = more.Count == 0 ? null : new DefinedPart(
            [.. fields, .. more],
            more.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal),
            [.. filters, .. moreFilters],
            moreFilters.SelectMany(f => f.Names.Select(n => KeyValuePair.Create(QueryNames.Normalize(n), f))).ToFrozenDictionary(StringComparer.Ordinal),
            [.. sorts, .. moreSorts],
            moreSorts.ToFrozenDictionary(s => QueryNames.Normalize(s.Name), StringComparer.Ordinal),
            [.. columns, .. columns.Length > 0 ? more.Select(f => f.Name) : []]);

    private sealed record DefinedPart(
        IReadOnlyList<Field<TEntity, TDto>> Fields,
        FrozenDictionary<string, Field<TEntity, TDto>> FieldByName,
        IReadOnlyList<Filter<TEntity>> Filters,
        FrozenDictionary<string, Filter<TEntity>> FilterByName,
        IReadOnlyList<SortKey<TEntity>> Sorts,
        FrozenDictionary<string, SortKey<TEntity>> SortByName,
        IReadOnlyList<string> Columns);
}

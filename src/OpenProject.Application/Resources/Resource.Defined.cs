using System.Collections.Frozen;
using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Common;

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
    /// <param name="more">What there is now.</param>
    internal void Define(DefinedQueries<TEntity, TDto> more) =>
        defined = more.Fields.Count == 0 ? null : new DefinedPart(
            [.. fields, .. more.Fields],
            more.Fields.ToFrozenDictionary(f => f.Name, object (f) => f, StringComparer.Ordinal),
            [.. filters, .. more.Filters],
            ByName(more.Filters),
            [.. sorts, .. more.Sorts],
            ByName(more.Sorts),
            [.. groups, .. groups.Count > 0 ? more.Groups : []],
            sums.Count > 0 ? more.Sums : [],
            more.Values,
            more.IsTold,
            more.PrepareToTellAsync,
            more.AreRemembered ? remembered.Concat(more.Fields.Select(f => f.Name)).ToFrozenSet(StringComparer.Ordinal) : remembered,
            [.. columns, .. columns.Length > 0 ? more.Fields.Select(f => f.Name) : []]);

    /// <summary>Which of the defined fields are summed up for a viewer.</summary>
    public IReadOnlyList<DefinedSum> DefinedSums(Access access) => defined is { Sums.Count: > 0 } part ? [.. part.Sums.Where(s => s.IsOpenTo(access))] : [];

    /// <summary>The values of defined fields that a row has in what is asked for.</summary>
    /// <exception cref="InvalidOperationException">Nothing is defined.</exception>
    public Expression<Func<TEntity, IEnumerable<CustomValue>>> DefinedValues(FilterContext context) =>
        defined?.Values(context) ?? throw new InvalidOperationException($"Nothing is defined for {Type}.");

    /// <summary>Whether a viewer is told that lists can be asked for something of that name, for which <see cref="PrepareToTellAsync"/> was awaited.</summary>
    public bool Tells(string name, Access access) => defined is not { } part || part.IsTold(name, access);

    /// <summary>Loads what <see cref="Tells"/> depends on; two statements at most.</summary>
    public Task PrepareToTellAsync(Access access) => defined is { } part ? part.PrepareToTellAsync(access) : Task.CompletedTask;

    private sealed record DefinedPart(
        IReadOnlyList<Field<TEntity, TDto>> Fields,
        FrozenDictionary<string, object> FieldByName,
        IReadOnlyList<Filter<TEntity>> Filters,
        FrozenDictionary<string, object> FilterByName,
        IReadOnlyList<SortKey<TEntity>> Sorts,
        FrozenDictionary<string, object> SortByName,
        IReadOnlyList<GroupKey<TEntity>> Groups,
        IReadOnlyList<DefinedSum> Sums,
        Func<FilterContext, Expression<Func<TEntity, IEnumerable<CustomValue>>>> Values,
        Func<string, Access, bool> IsTold,
        Func<Access, Task> PrepareToTellAsync,
        IReadOnlySet<string> Remembered,
        IReadOnlyList<string> Columns);
}

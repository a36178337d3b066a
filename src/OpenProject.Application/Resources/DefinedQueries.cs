using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Resources;

/// <summary>What the installation has defined for a resource: its fields, and what lists can be asked for them.</summary>
public sealed record DefinedQueries<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>The fields.</summary>
    public required IReadOnlyList<Field<TEntity, TDto>> Fields { get; init; }

    /// <summary>What lists are filtered by.</summary>
    public required IReadOnlyList<Filter<TEntity>> Filters { get; init; }

    /// <summary>What lists are sorted by.</summary>
    public required IReadOnlyList<SortKey<TEntity>> Sorts { get; init; }

    /// <summary>What lists are grouped by, where they can be grouped.</summary>
    public required IReadOnlyList<GroupKey<TEntity>> Groups { get; init; }

    /// <summary>What is summed up, where lists have sums.</summary>
    public required IReadOnlyList<DefinedSum> Sums { get; init; }

    /// <summary>Whether a viewer is told that there is the field of that name; <see cref="PrepareToTellAsync"/> was awaited.</summary>
    public required Func<string, Access, bool> IsTold { get; init; }

    /// <summary>Loads what <see cref="IsTold"/> depends on.</summary>
    public required Func<Access, Task> PrepareToTellAsync { get; init; }

    /// <summary>Whether journals keep the values.</summary>
    public required bool AreRemembered { get; init; }

    /// <summary>The values of a row that count in what is asked for, of all fields.</summary>
    public required Func<FilterContext, Expression<Func<TEntity, IEnumerable<CustomValue>>>> Values { get; init; }
}

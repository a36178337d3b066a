using System.Linq.Expressions;
using OpenProject.Application.Permissions;

namespace OpenProject.Application.Queries;

/// <summary>Something that may be summed over a collection.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Value">The summand.</param>
/// <param name="Unit">What the sum is of.</param>
public sealed record SumKey<TEntity>(string Name, Expression<Func<TEntity, long?>> Value, SumUnit Unit = SumUnit.Minutes)
{
    /// <summary>The rows that count for a viewer, by a statement of their own; null where all do that he sees.</summary>
    public Func<Access, Expression<Func<TEntity, bool>>>? Seen { get; init; }
}

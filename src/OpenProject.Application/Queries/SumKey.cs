using System.Linq.Expressions;

namespace OpenProject.Application.Queries;

/// <summary>Something that may be summed over a collection.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Value">The summand, in minutes.</param>
public sealed record SumKey<TEntity>(string Name, Expression<Func<TEntity, long?>> Value);

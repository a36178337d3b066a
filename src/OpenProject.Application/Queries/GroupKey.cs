using System.Linq.Expressions;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>Something a collection may be grouped by.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Key">The value that rows of one group share.</param>
/// <param name="Target">The kind of resource that the value is an id of; null for plain numbers.</param>
public sealed record GroupKey<TEntity>(string Name, Expression<Func<TEntity, long?>> Key, ResourcePath? Target)
{
    /// <summary>What the values are called, where they are the numbers of named ones; null for others.</summary>
    public Func<long, string>? NameOf { get; init; }
}

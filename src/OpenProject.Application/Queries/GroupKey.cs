using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>Something a collection may be grouped by.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Key">The value that rows of one group share, in what is asked for.</param>
/// <param name="Target">The kind of resource that the value is an id of; null for plain numbers.</param>
public sealed record GroupKey<TEntity>(string Name, Func<FilterContext, Expression<Func<TEntity, long?>>> Key, ResourcePath? Target)
{
    /// <summary>What the values are called, where they are the numbers of named ones; null for others.</summary>
    public Func<long, string>? NameOf { get; init; }

    /// <summary>The links to what the values are ids of, where these may be of several kinds; null where <see cref="Target"/> says the kind.</summary>
    public Func<Access, IReadOnlyCollection<long>, CancellationToken, Task<IReadOnlyDictionary<long, Reference>>>? ReferencesOf { get; init; }

    /// <summary>What groups are ordered by, an expression over their value; null where it is the least that their rows are ordered by.</summary>
    public Func<FilterContext, LambdaExpression>? Place { get; init; }
}

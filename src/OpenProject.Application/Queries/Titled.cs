using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Queries;

/// <summary>An id and its title.</summary>
public sealed class Titled
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Reads both from a row.</summary>
    internal static Expression<Func<TEntity, Titled>> Of<TEntity>(
        Expression<Func<TEntity, long>> key, Expression<Func<TEntity, string?>> title)
    {
        var row = key.Parameters[0];
        return Expression.Lambda<Func<TEntity, Titled>>(
            Expression.MemberInit(
                Expression.New(typeof(Titled)),
                Expression.Bind(typeof(Titled).GetProperty(nameof(Id))!, key.Body),
                Expression.Bind(typeof(Titled).GetProperty(nameof(Title))!, Lambdas.Rebind(title, row))),
            row);
    }
}

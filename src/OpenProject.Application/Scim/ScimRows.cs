using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Scim;

/// <summary>How resources become rows, the same in statements and in memory.</summary>
/// <param name="row">The row of a resource and its external id.</param>
public sealed class ScimRows<TEntity, TRow>(Expression<Func<TEntity, string?, TRow>> row)
    where TEntity : Principal
    where TRow : ScimRow
{
    private readonly Lazy<Func<TEntity, string?, TRow>> inMemory = new(row.Compile);

    /// <summary>The rows of a query.</summary>
    public IQueryable<TRow> Of(IQueryable<TEntity> resources, ScimScope scope) => resources.Select(row.Given(ScimIdentities.KeyOf<TEntity>(scope)));

    /// <summary>The row of a resource that has just been made.</summary>
    public TRow Of(TEntity resource, string? externalId) => inMemory.Value(resource, externalId);
}

using System.Linq.Expressions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>Rows that have to do with the storage at an address. The address is percent-encoded inside the value, or not.</summary>
/// <param name="name">The API's name.</param>
/// <param name="related">Whether a row has to do with the storage at this address.</param>
public sealed class HostFilter<TEntity>(string name, Func<string, FilterContext, Expression<Func<TEntity, bool>>> related) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["="];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context) => Some(clause)
        .Select(value => related(StorageHost.Normalized(Uri.UnescapeDataString(value)) ?? throw InvalidValues(), context)).Aggregate(Lambdas.Or);
}

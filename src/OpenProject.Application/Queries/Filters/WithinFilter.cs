using System.Linq.Expressions;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Queries.Filters;

/// <summary>A filter that leaves rows of those projects alone where the viewer holds a permission: what he does not see he cannot find.</summary>
/// <param name="inner">The condition.</param>
/// <param name="project">The project of a row.</param>
/// <param name="permission">What it takes there.</param>
public sealed class WithinFilter<TEntity>(Filter<TEntity> inner, Expression<Func<TEntity, long>> project, Permission permission) : Filter<TEntity>(inner.Name)
{
    /// <inheritdoc/>
    public override string ValueType => inner.ValueType;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = [.. inner.Operators];

    /// <inheritdoc/>
    protected override string PlainValuesOf(string @operator) => inner.ValuesOf(@operator) ?? base.PlainValuesOf(@operator);

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var condition = inner.Condition(clause, context);
        return context.Access.Viewer.IsAdmin ? condition : condition.And(context.Access.Within(project, permission));
    }
}

using System.Linq.Expressions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Actions;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Projects in which the viewer may do any (<c>=</c>) or all (<c>&amp;=</c>) of some actions. What is no action nobody may do.</summary>
public sealed class ProjectActionFilter(string name) : Filter<Project>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "[]String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["=", "&="];

    /// <inheritdoc/>
    protected override Expression<Func<Project, bool>> Build(FilterClause clause, FilterContext context)
    {
        var held = Some(clause).Select(action => MayDo(action, context));
        return clause.Operator == "=" ? held.Aggregate(Lambdas.Or) : held.Aggregate(Lambdas.And);
    }

    private static Expression<Func<Project, bool>> MayDo(string action, FilterContext context)
    {
        if (KnownActions.Find(action)?.Needed is not { IsGlobal: false } needed)
            return _ => false;
        var projects = context.Access.ProjectsWith(needed);
        return p => projects.Contains(p.Id);
    }
}

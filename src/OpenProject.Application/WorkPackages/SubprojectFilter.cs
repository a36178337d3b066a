using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>
/// The work packages of the workspaces below the one that is looked at: those named (<c>=</c>), those not named (<c>!</c>), all
/// (<c>*</c>) or none (<c>!*</c>).
/// </summary>
/// <param name="name">The API's name.</param>
/// <param name="withOwn">Whether those of the workspace itself are among them, whichever the operator.</param>
public sealed class SubprojectFilter(string name, bool withOwn) : Filter<WorkPackage>(name)
{
    /// <inheritdoc/>
    public override string ValueType => "[]Integer";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["=", "!", "*", "!*"];

    /// <inheritdoc/>
    protected override Expression<Func<WorkPackage, bool>> Build(FilterClause clause, FilterContext context)
    {
        if (context.WorkspaceId is not { } workspaceId)
            throw new ProblemException(new Problem.InvalidQuery($"Filters {Label} filter can only be used inside a workspace."));
        Expression<Func<WorkPackage, bool>> own = w => withOwn && w.ProjectId == workspaceId;
        if (clause.Operator == "!*")
            return own;
        var below = context.Access.Store.Rows<ProjectHierarchy>().Where(h => h.AncestorId == workspaceId && h.Depth > 0);
        if (clause.Operator != "*")
        {
            var (ids, isNamed) = (Numbers(clause), clause.Operator == "=");
            below = below.Where(h => ids.Contains(h.DescendantId) == isNamed);
        }

        return own.Or(w => below.Any(h => h.DescendantId == w.ProjectId));
    }
}

using System.Linq.Expressions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>Grids of some pages, which are named as links name them; of what is no page there is none.</summary>
public sealed class GridScopeFilter() : Filter<Grid>("page")
{
    /// <inheritdoc/>
    public override string ValueType => "String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["=", "!"];

    /// <inheritdoc/>
    protected override Expression<Func<Grid, bool>> Build(FilterClause clause, FilterContext context)
    {
        List<GridScope> wanted = [.. Some(clause).Select(GridScope.Parse).OfType<GridScope>()];
        var wantsOwn = wanted.Exists(scope => scope.Page == GridPage.MyPage);
        List<string> identifiers = [.. wanted.Select(scope => scope.Project).OfType<string>()];
        List<long> ids = [.. wanted.Select(scope => scope.ProjectId).Where(id => id > 0)];
        Expression<Func<Grid, bool>> condition = g => (wantsOwn && g.Page == GridPage.MyPage)
            || (g.ProjectId != null && (ids.Contains(g.ProjectId.Value) || identifiers.Contains(g.Project!.Identifier)));
        return clause.Operator == "=" ? condition : condition.Not();
    }
}

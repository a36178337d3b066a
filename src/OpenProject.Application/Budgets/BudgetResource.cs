using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Budgets;
using OpenProject.Domain.Roles;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Budgets;

/// <summary>Budgets (<c>/api/v3/budgets</c>, contract component <c>BudgetModel</c>), seen with either of two permissions.</summary>
public sealed class BudgetResource : Resource<Budget, BudgetDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public BudgetResource()
        : base(Kind, Location, b => b.Id, b => b.Subject)
    {
        TitledBy(b => b.Subject);
        Unpaginated();
        InProject(b => b.ProjectId, b => b.ProjectId);
        Property("id", b => b.Id);
        Property("subject", b => b.Subject);
        Sort("subject", b => b.Subject);
        OrderedBy("subject");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/budgets");

    /// <inheritdoc/>
    public static string Kind => "Budget";

    /// <summary>Either of these shows budgets.</summary>
    public static PermissionSet Seeing { get; } = PermissionSet.Of([Permission.ViewBudgets, Permission.ViewWorkPackages]);

    /// <inheritdoc/>
    public override IQueryable<Budget> VisibleTo(IQueryable<Budget> rows, Access access) => rows.Where(
        access.Within<Budget>(b => b.ProjectId, Permission.ViewBudgets).Or(access.Within<Budget>(b => b.ProjectId, Permission.ViewWorkPackages)));
}

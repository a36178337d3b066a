using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Grids;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Grids;

/// <summary>
/// Grids (<c>/api/v3/grids</c>, contract component <c>GridReadModel</c>): one's own, and the boards of projects, which beside what is
/// published have a name and options.
/// </summary>
public sealed class GridResource : Resource<Grid, GridDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public GridResource()
        : base(Kind, Location, g => g.Id, title: null)
    {
        InProject(g => g.ProjectId, g => g.ProjectId);
        Property("id", g => g.Id);
        Property("name", g => g.Name).Length(1, Grid.NameLimit).OmittedWhenNull().Write((g, value) => g.Rename(value)).WritableWhen(draft => draft.Entity.Page != GridPage.MyPage);
        Property("rowCount", g => g.RowCount).Required().Defaulted().Write((g, value) => g.HaveRows(value));
        Property("columnCount", g => g.ColumnCount).Required().Defaulted().Write((g, value) => g.HaveColumns(value));
        Property("options", g => g.Page == GridPage.Board ? new KeptObject(g.Options) : null).Typed("JSON").Defaulted().OmittedWhenNull()
            .Write((g, value) => g.Keep(value?.Json ?? "{}")).WritableWhen(draft => draft.Entity.Page != GridPage.MyPage);
        Property("widgets", g => g.Widgets).Typed("[]GridWidget").Required().Defaulted().Write((g, value) => g.Arrange(value.Items));
        Property("createdAt", g => g.CreatedAt);
        Property("updatedAt", g => g.UpdatedAt);

        // Which page a path is, the contract finds out: it takes a look at the projects.
        Link("scope", "Href", [ResourcePath.Elsewhere], ScopeOf).Required().WriteTarget((_, _, _) => { }).WritableWhen(draft => draft.IsNew);
        Action("update", "post", Location.Value + "/{id}/form").When(MayChange);
        Action("updateImmediately", "patch", Location.Value + "/{id}").When(MayChange);
        Action("delete", "delete", Location.Value + "/{id}").When((g, access) => g.Page == GridPage.Board && MayChange(g, access));
        Filter(new GridScopeFilter()).AlsoNamed("scope");

        // One's own page comes first: clients that ask for grids without a filter know of no others.
        Sort("page", g => g.Page);
        OrderedBy("page");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/grids");

    /// <inheritdoc/>
    public static string Kind => "Grid";

    /// <inheritdoc/>
    public override IQueryable<Grid> VisibleTo(IQueryable<Grid> rows, Access access)
    {
        var (me, projects) = (access.Viewer.UserId, access.ProjectsWith(Permission.ShowBoardViews));
        return rows.Where(g => g.UserId == me || (g.ProjectId != null && projects.Contains(g.ProjectId.Value)));
    }

    private static bool MayChange(GridDto grid, Access access) => grid.ProjectId is not { } id || access.In(id).Contains(Permission.ManageBoardViews);

    private static Reference? ScopeOf(GridDto grid) => grid switch
    {
        { Page: GridPage.MyPage } => Reference.At(new GridScope(GridPage.MyPage, null).Path, title: null),
        { Page: GridPage.Board, ProjectIdentifier: { } project } => Reference.At(new GridScope(GridPage.Board, project).Path, title: null),
        _ => null,
    };
}

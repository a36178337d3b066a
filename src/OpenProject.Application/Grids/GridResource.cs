using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>Grids (<c>/api/v3/grids</c>, contract component <c>GridReadModel</c>). Everybody sees his own.</summary>
public sealed class GridResource : Resource<Grid, GridDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public GridResource(GridTargets targets)
        : base(Kind, Location, g => g.Id, title: null)
    {
        Property("id", g => g.Id);
        Property("rowCount", g => g.RowCount).Required().Defaulted().Write((g, value) => g.HaveRows(value));
        Property("columnCount", g => g.ColumnCount).Required().Defaulted().Write((g, value) => g.HaveColumns(value));
        Property("widgets", g => g.Widgets).Typed("[]GridWidget").Required().Defaulted().Write((g, value) => g.Arrange(value.Items));
        Property("createdAt", g => g.CreatedAt);
        Property("updatedAt", g => g.UpdatedAt);
        Link("scope", "Href", [GridTargets.Pages], g => g.Scope.Length > 0 ? Reference.At(g.Scope, title: null) : null).Required()
            .WriteTarget((g, target, _) => g.PutOn(target is null ? "" : $"{target.Path.Value}/{target.Key}"))
            .WritableWhen(draft => draft.IsNew).AllowedAre(targets.Scopes);
        Action("update", "post", Location.Value + "/{id}/form");
        Action("updateImmediately", "patch", Location.Value + "/{id}");
        Filter(new TextFilter<Grid>("page", TextKind.String, g => g.Scope)).AlsoNamed("scope");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/grids");

    /// <inheritdoc/>
    public static string Kind => "Grid";

    /// <inheritdoc/>
    public override IQueryable<Grid> VisibleTo(IQueryable<Grid> rows, Access access)
    {
        var me = access.Viewer.UserId;
        return rows.Where(g => g.UserId == me);
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>Who may write grids, and which are wrong.</summary>
public sealed class GridContract : Contract<Grid, GridDto>
{
    /// <summary>Declares the rules.</summary>
    public GridContract(IReadStore store)
    {
        Must("widgets", draft => draft.Entity.Fits, "Widgets must lie inside of the grid and must not overlap.");
        MustAsync(
            "scope",
            async (draft, cancellationToken) =>
            {
                var (id, userId, scope) = (draft.Entity.Id, draft.Entity.UserId, draft.Entity.Scope);
                return scope.Length == 0 || !await store.AnyAsync(store.Rows<Grid>().Where(g => g.UserId == userId && g.Scope == scope && g.Id != id), cancellationToken);
            },
            "Scope has already been taken.");
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<Grid, GridDto> draft, CancellationToken cancellationToken)
    {
        Allow(!draft.Access.Viewer.IsAnonymous);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task DeriveAsync(Draft<Grid, GridDto> draft, CancellationToken cancellationToken)
    {
        draft.AfterMapping = dto => dto.Widgets = new GridWidgets(draft.Entity.Widgets);
        return Task.CompletedTask;
    }
}

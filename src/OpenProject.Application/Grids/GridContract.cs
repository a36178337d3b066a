using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Grids;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Grids;

/// <summary>Who may write grids, and which are wrong.</summary>
public sealed class GridContract : Contract<Grid, GridDto>
{
    private const int ColumnsOfBoards = 4;

    private readonly IReadStore store;
    private readonly BoardListService lists;

    /// <summary>Declares the rules.</summary>
    public GridContract(IReadStore store, BoardListService lists)
    {
        (this.store, this.lists) = (store, lists);
        Must("widgets", draft => draft.Entity.Fits, "Widgets must lie inside of the grid and must not overlap.");
        Must("widgets", draft => draft.Entity.TakesItsWidgets, "Widgets is not set to one of the allowed values.");
        Must("name", draft => draft.Entity.Page != GridPage.Board || draft.Entity.Name is not null || draft.Errors.Any(e => e.Attribute == "name"), "Name can't be blank.");
        MustAsync("widgets", NamesVisibleQueriesAsync, "Widgets name queries that do not exist.");
        MustAsync(
            "scope",
            async (draft, cancellationToken) =>
            {
                var (id, userId, page) = (draft.Entity.Id, draft.Entity.UserId, draft.Entity.Page);
                return userId is null || !await store.AnyAsync(store.Rows<Grid>().Where(g => g.UserId == userId && g.Page == page && g.Id != id), cancellationToken);
            },
            "Scope has already been taken.");
    }

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<Grid, GridDto> draft, CancellationToken cancellationToken)
    {
        Allow(!draft.Access.Viewer.IsAnonymous);
        if (draft.IsNew)
            await PlaceAsync(draft, cancellationToken);
        else if (draft.Entity.ProjectId is not null)
            Allow(draft.Permissions.Contains(Permission.ManageBoardViews));
    }

    /// <inheritdoc/>
    public override Task DeriveAsync(Draft<Grid, GridDto> draft, CancellationToken cancellationToken)
    {
        if (draft.IsNew && draft.Entity.Page == GridPage.Board && !draft.Sent("columnCount"))
            draft.Entity.HaveColumns(ColumnsOfBoards);
        draft.AfterMapping = dto => dto.Widgets = new GridWidgets(draft.Entity.Widgets);
        return Task.CompletedTask;
    }

    // A project whose boards the writer may not manage is as good as none.
    private async Task PlaceAsync(Draft<Grid, GridDto> draft, CancellationToken cancellationToken)
    {
        if (draft.Changes.Find("scope") is not ToOneChange<Grid, GridDto> { Target: { } target })
            return;
        var scope = GridScope.Parse(target.Key);
        if (scope?.Page == GridPage.MyPage)
        {
            draft.Entity.ServeUser(draft.Access.Viewer.UserId);
            return;
        }

        var (id, identifier, managed) = (scope?.ProjectId ?? -1, scope?.Project ?? "", draft.Access.ProjectsWith(Permission.ManageBoardViews));
        var project = await store.FirstOrDefaultAsync(
            store.Rows<Project>().Where(p => (p.Id == id || p.Identifier == identifier) && managed.Contains(p.Id)).Select(p => new { p.Id, p.Identifier }), cancellationToken);
        if (project is null)
        {
            draft.Refuse("scope", "Scope is not set to one of the allowed values.");
            return;
        }

        draft.Entity.BelongTo(project.Id);
        draft.Original.ProjectIdentifier = project.Identifier;
    }

    // Those that it names already may stay: others have put them there.
    private async Task<bool> NamesVisibleQueriesAsync(Draft<Grid, GridDto> draft, CancellationToken cancellationToken)
    {
        if (draft.Entity.Page != GridPage.Board)
            return true;
        var named = BoardLists.QueriesOf(draft.Entity.Widgets).Except(BoardLists.QueriesOf(draft.Original.Widgets.Items)).ToList();
        return named.Count == 0 || await lists.AreVisibleAsync(named, cancellationToken);
    }
}

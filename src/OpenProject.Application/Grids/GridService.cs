using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.Writes;
using OpenProject.Domain.Grids;
using OpenProject.Domain.Roles;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Grids;

/// <summary>Lists, reads and writes grids: one's own, and boards.</summary>
public sealed class GridService(
    ResourceReader reader, ResourceWriter writer, GridResource resource, GridContract contract, IAggregates<Grid> aggregates, BoardListService lists, WorkspaceService workspaces)
{
    private WritePlan<Grid, GridDto> Writes => new(resource, contract, aggregates);

    private Grid Blank => Grid.Draft(writer.Now);

    /// <summary>The viewer's grids, and the boards that he may see.</summary>
    public Task<Page<GridDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>The boards that the viewer may see.</summary>
    /// <param name="project">The id or identifier of the project that they belong to; null for those of all.</param>
    /// <param name="query">Which page of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<GridDto>> ListBoardsAsync(string? project, CollectionQuery query, CancellationToken cancellationToken)
    {
        var boards = reader.Visible(resource).Where(g => g.Page == GridPage.Board);
        if (project is not null)
        {
            var projectId = await workspaces.IdWithAsync(project, PermissionSet.Of([Permission.ShowBoardViews]), cancellationToken);
            boards = boards.Where(g => g.ProjectId == projectId);
        }

        return await reader.ListAsync(resource, query, boards, cancellationToken);
    }

    /// <summary>A board, and those queries of its lists that the viewer may see, by id.</summary>
    public async Task<(Document<GridDto> Board, IReadOnlyDictionary<long, SavedQueryDto> Queries)> FindBoardAsync(long id, CancellationToken cancellationToken)
    {
        var board = await reader.FindAsync(resource, id, cancellationToken);
        return board.Dto.Page == GridPage.Board
            ? (board, await lists.FindAsync(BoardLists.QueriesOf(board.Dto.Widgets.Items), cancellationToken))
            : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Removes a board; leaves as forbidden for other grids.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (grid, row) = await writer.TakeAsync(Writes, id, cancellationToken);
        if (row.ProjectId is not { } projectId || !(await reader.Access.InProjectAsync(projectId)).Contains(Permission.ManageBoardViews))
            throw new ProblemException(new Problem.Forbidden());
        await lists.RemoveAsync(grid, cancellationToken);
    }

    /// <summary>One.</summary>
    public Task<Document<GridDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores a new one.</summary>
    public async Task<Document<GridDto>> CreateAsync(ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(Writes, Blank, changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<GridDto>> UpdateAsync(long id, ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>The form for a new one.</summary>
    public Task<Form<Grid, GridDto>> CreateFormAsync(ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(Writes, Blank, changes, FormLinks.Create(GridResource.Location.Value), cancellationToken);

    /// <summary>The form for changes.</summary>
    public Task<Form<Grid, GridDto>> UpdateFormAsync(long id, ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        writer.UpdateFormAsync(Writes, id, changes, FormLinks.Update(GridResource.Location.Of(id)), cancellationToken);
}

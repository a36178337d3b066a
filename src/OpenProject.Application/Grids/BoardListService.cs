using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.SavedQueries;
using OpenProject.Domain.Grids;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Application.Grids;

/// <summary>The queries that the lists of boards name: which of them the viewer sees, and what becomes of them.</summary>
public sealed class BoardListService(
    ResourceReader reader, SavedQueryResource queries, IAggregates<SavedQuery> savedQueries, IAggregates<Grid> grids, IUnitOfWork unitOfWork)
{
    /// <summary>Whether the viewer may see all of these queries.</summary>
    public async Task<bool> AreVisibleAsync(List<long> ids, CancellationToken cancellationToken) =>
        await reader.Store.CountAsync(reader.Visible(queries).Where(q => ids.Contains(q.Id)), cancellationToken) == ids.Count;

    /// <summary>Those of these queries that the viewer may see, by id.</summary>
    public async Task<IReadOnlyDictionary<long, SavedQueryDto>> FindAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        List<long> wanted = [.. ids];
        return (await reader.DocumentsAsync(queries, reader.Visible(queries).Where(q => wanted.Contains(q.Id)), cancellationToken)).ToDictionary(d => d.Dto.Id, d => d.Dto);
    }

    /// <summary>
    /// Removes a board, and of the queries that its lists name those that are there for it alone: they are the project's, have no view, no
    /// other board there names them, and who removes it may remove them too.
    /// </summary>
    public async Task RemoveAsync(Grid board, CancellationToken cancellationToken)
    {
        var (boardId, projectId, named) = (board.Id, board.ProjectId, BoardLists.QueriesOf(board.Widgets).ToList());
        var others = await reader.Store.ListAsync(reader.Store.Rows<Grid>().Where(g => g.ProjectId == projectId && g.Id != boardId).Select(g => g.Widgets), cancellationToken);
        named = [.. named.Except(BoardLists.QueriesOf(others.SelectMany(widgets => widgets)))];
        var its = await reader.DocumentsAsync(
            queries, reader.Visible(queries).Where(q => named.Contains(q.Id) && q.ProjectId == projectId && q.View == null), cancellationToken);
        foreach (var query in await savedQueries.FindManyAsync([.. its.Where(d => d.Dto.MayManage).Select(d => d.Dto.Id)], cancellationToken))
            savedQueries.Remove(query);
        grids.Remove(board);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Grids;
using OpenProject.Domain.Grids;
using OpenProject.Domain.SavedQueries;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies the boards of a project. Their lists name the copies of queries of the project; what is not copied there, since it is somebody else's, is no list of the copy.</summary>
internal sealed class BoardCopies(OpenProjectDbContext context, BatchedCopies batches, QueryCopies queries, TimeProvider clock)
{
    private const int BatchSize = 50;

    /// <summary>Copies them, and those queries of their lists that have not been copied yet.</summary>
    public Task CopyAsync(long sourceId, long targetId, CopiedIds copies, long userId, CancellationToken cancellationToken) => BatchedCopies.EachAsync(
        context.Set<Grid>().Where(g => g.ProjectId == sourceId && g.Page == GridPage.Board),
        BatchSize,
        boards => CopyAsync(boards, sourceId, targetId, copies, userId, cancellationToken),
        cancellationToken);

    private async Task CopyAsync(IReadOnlyList<Grid> boards, long sourceId, long targetId, CopiedIds copies, long userId, CancellationToken cancellationToken)
    {
        var named = BoardLists.QueriesOf(boards.SelectMany(board => board.Widgets)).ToList();
        var its = await context.Set<SavedQuery>().Where(q => q.ProjectId == sourceId && named.Contains(q.Id)).Select(q => q.Id).ToListAsync(cancellationToken);
        await queries.CopyAsync(sourceId, targetId, copies, userId, [.. its.Where(id => !copies.Queries.ContainsKey(id))], cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        await batches.StoreAsync(
            boards.Select(board => board.CopyTo(targetId, [.. board.Widgets.Select(list => Copied(list, [.. its], copies)).OfType<GridWidget>()], now)), cancellationToken);
    }

    private static GridWidget? Copied(GridWidget list, HashSet<long> ofSource, CopiedIds copies) => BoardLists.QueryOf(list) switch
    {
        { } id when copies.Queries.TryGetValue(id, out var copy) => BoardLists.Naming(list, copy),
        { } id when ofSource.Contains(id) => null,
        _ => list,
    };
}

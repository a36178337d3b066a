using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>Reads and writes the order that people give a query by hand.</summary>
public sealed class QueryOrderService(
    ResourceReader reader, SavedQueryResource resource, WorkPackageResource workPackages, SavedQueryService queries, IUnitOfWork unitOfWork)
{
    /// <summary>The places of work packages that the viewer may see, by id.</summary>
    public async Task<PositionMap> FindAsync(long id, CancellationToken cancellationToken)
    {
        await reader.RowAsync(resource, id, cancellationToken);
        var visible = reader.Visible(workPackages).Select(w => w.Id);
        var places = await reader.Store.ListAsync(
            reader.Store.Rows<QueryPosition>().Where(p => p.QueryId == id && visible.Contains(p.WorkPackageId))
                .OrderBy(p => p.Position).Select(p => new { p.WorkPackageId, p.Position }),
            cancellationToken);
        return new PositionMap(places.ToDictionary(p => p.WorkPackageId, p => p.Position));
    }

    /// <summary>
    /// Gives visible work packages their place, below zero none; leaves as forbidden for those who may not change the query, as
    /// malformed when no places are given.
    /// </summary>
    /// <param name="id">The query.</param>
    /// <param name="delta">The new places by the work packages' ids.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When the query was changed, UTC.</returns>
    public async Task<DateTime> UpdateAsync(long id, IReadOnlyDictionary<long, int>? delta, CancellationToken cancellationToken)
    {
        var query = await queries.TakeAsync(id, q => q.MayChange, cancellationToken);
        if (delta is null || delta.Count > SavedQuery.MostPositions)
            throw new ProblemException(new Problem.Malformed("The request body has no readable 'delta'."));
        List<long> wanted = [.. delta.Keys];
        var visible = await reader.Store.ListAsync(
            reader.Visible(workPackages).Where(w => wanted.Contains(w.Id)).Select(w => w.Id), cancellationToken);
        var seen = visible.ToHashSet();
        query.Reorder(delta.Where(d => seen.Contains(d.Key)).ToDictionary(d => d.Key, d => d.Value));
        await unitOfWork.SaveAsync(cancellationToken);
        return query.UpdatedAt;
    }
}

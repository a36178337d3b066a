using System.Runtime.CompilerServices;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

/// <summary>Lists and reads topics.</summary>
public sealed class BcfTopicReadService(BcfProjectService projects, ResourceReader reader, CountMemory counts)
{
    /// <summary>The topics of a project that a query asks for.</summary>
    public async Task<BcfList<BcfTopicView>> ListAsync(string projectKey, ODataQuery query, CancellationToken cancellationToken)
    {
        var project = await projects.SeenAsync(projectKey, cancellationToken);
        var (store, projectId) = (reader.Store, project.Id);
        var fields = BcfTopicRows.Fields(store);
        var found = fields.Filter(store.Rows<BcfTopic>().Where(t => t.WorkPackage.ProjectId == projectId), query.Filter);
        var ids = await store.ListAsync(PageOf(fields.Order(found, query.Orders).ThenBy(t => t.Guid), query).Select(t => t.Id), cancellationToken);
        var isWhole = query is { Top: null, Skip: 0 };

        // Remembered for moments, as totals of API v3 are: it is what grows with the project.
        Task<int> TotalAsync() => counts.TotalAsync(
            (reader.Access.Viewer, $"{BcfTopicRows.Key}/{projectId}", query.FilterText), () => store.CountAsync(found, cancellationToken));
        return new BcfList<BcfTopicView>(isWhole ? ids.Count : await TotalAsync(), ReadAsync(project, ids, cancellationToken));
    }

    /// <summary>One topic.</summary>
    public async Task<BcfTopicView> FindAsync(string projectKey, string guid, CancellationToken cancellationToken) =>
        await FindAsync(await projects.SeenAsync(projectKey, cancellationToken), guid, cancellationToken);

    /// <summary>One topic of a project that is known to be seen; leaves as not found where it has none of that guid.</summary>
    public async Task<BcfTopicView> FindAsync(BcfProject project, string guid, CancellationToken cancellationToken)
    {
        await foreach (var topic in ReadAsync(project, [(await KeyOfAsync(project, guid, cancellationToken)).Id], cancellationToken))
            return topic;
        throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>The row of one topic, without what the viewer may do with it; leaves as not found where the project has none of that guid.</summary>
    internal async Task<BcfTopicRow> RowAsync(BcfProject project, string guid, CancellationToken cancellationToken)
    {
        var id = (await KeyOfAsync(project, guid, cancellationToken)).Id;
        return (await reader.Store.ListByIdsAsync(BcfTopicRows.ByIds, [id], cancellationToken)).FirstOrDefault()
            ?? throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>The ids of a topic of a project; leaves as not found where it has none of that guid.</summary>
    public async Task<BcfTopicKey> KeyOfAsync(BcfProject project, string guid, CancellationToken cancellationToken)
    {
        var (projectId, kept) = (project.Id, BcfGuid.Find(guid));
        return kept is null ? throw new ProblemException(new Problem.NotFound()) : await reader.Store.FirstOrDefaultAsync(
            reader.Store.Rows<BcfTopic>().Where(t => t.Guid == kept && t.WorkPackage.ProjectId == projectId).Select(t => new BcfTopicKey(t.Id, t.WorkPackageId)), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>What a query leaves of ordered rows.</summary>
    internal static IQueryable<T> PageOf<T>(IQueryable<T> rows, ODataQuery query)
    {
        if (query.Skip > 0)
            rows = rows.Skip(query.Skip);
        return query.Top is { } most ? rows.Take(most) : rows;
    }

    private async IAsyncEnumerable<BcfTopicView> ReadAsync(BcfProject project, List<long> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var statuses = project.Rights.MayManage && ids.Count > 0 ? await BcfTopicStatuses.LoadAsync(reader.Access, project.Id, cancellationToken) : null;
        foreach (var chunk in ids.Chunk(BcfTopicRows.ChunkSize))
        {
            var rows = (await reader.Store.ListByIdsAsync(BcfTopicRows.ByIds, [.. chunk], cancellationToken)).ToDictionary(r => r.Id);
            // A row may be gone between the two statements.
            foreach (var id in chunk.Where(rows.ContainsKey))
                yield return new BcfTopicView(rows[id], project.Rights, statuses?.Of(rows[id]) ?? []);
        }
    }
}

/// <summary>What a topic is known by in the database.</summary>
/// <param name="Id">The topic.</param>
/// <param name="WorkPackageId">The work package that it is.</param>
public sealed record BcfTopicKey(long Id, long WorkPackageId);

using OpenProject.Application.Common;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Workflows;

namespace OpenProject.Application.Workflows;

/// <summary>Knows which statuses work packages of types pass.</summary>
public sealed class WorkflowService(IReadStore store)
{
    /// <summary>The statuses of some types.</summary>
    public async Task<TypeStatuses> StatusesOfAsync(IReadOnlyCollection<long> typeIds, CancellationToken cancellationToken)
    {
        List<long> types = [.. typeIds.Distinct()];
        var steps = store.Rows<Workflow>().Where(w => types.Contains(w.TypeId));
        var ends = steps.Select(w => new { w.TypeId, StatusId = w.OldStatusId }).Union(steps.Select(w => new { w.TypeId, StatusId = w.NewStatusId }));
        var passed = await store.ListAsync(ends, cancellationToken);
        var statuses = await store.ListAsync(store.Rows<Status>().OrderBy(s => s.Position).Select(s => new { s.Id, s.IsDefault }), cancellationToken);
        var place = statuses.Select((s, index) => (s.Id, index)).ToDictionary(s => s.Id, s => s.index);
        return new TypeStatuses(
            passed.OrderBy(p => place[p.StatusId]).ToLookup(p => p.TypeId, p => p.StatusId),
            statuses.Where(s => s.IsDefault).Select(s => s.Id).FirstOrDefault());
    }
}

using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The statements by which work packages follow another one to its project.</summary>
internal sealed class RelocationTable(OpenProjectDbContext context, ICurrentActor actor) : IRelocationTable
{
    public async Task StoreAsync(IReadOnlyList<RelocatedWork> moved, long actorId, DateTime now, CancellationToken cancellationToken)
    {
        await new WorkPackageChanges(context, actor, RelocatedRow.Columns, RelocatedRow.Attributes).StoreAsync(moved.Select(RelocatedRow.Of), actorId, now, cancellationToken);
        await StatusKinds.CorrectAsync(context, [.. moved.Select(work => work.Id)], cancellationToken);
    }

    public async Task TakeAlongAsync(long id, long projectId, CancellationToken cancellationToken)
    {
        var moved = context.Set<WorkPackageHierarchy>().Where(h => h.AncestorId == id && h.Descendant.ProjectId == projectId);
        await context.Set<WorkPackage>().Where(w => w.Phase!.ProjectId != projectId && moved.Any(h => h.Depth > 0 && h.DescendantId == w.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.PhaseId, (long?)null), cancellationToken);
        await context.Set<WorkPackage>().Where(w => w.SprintId == null && w.SprintPosition != null && moved.Any(h => h.Depth > 0 && h.DescendantId == w.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.SprintPosition, (int?)null), cancellationToken);
        await context.Set<TimeEntry>().Where(t => t.ProjectId != projectId && moved.Any(h => h.DescendantId == t.WorkPackageId))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.ProjectId, projectId), cancellationToken);
    }
}

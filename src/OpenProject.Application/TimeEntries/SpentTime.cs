using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Roles;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.TimeEntries;

/// <summary>Sums up the time that the viewer may see of work packages and all below them: one statement a page, none where he sees no time.</summary>
public sealed class SpentTime(IReadStore store) : IEnricher<WorkPackageDto>
{
    private static readonly Expression<Func<IReadStore, List<long>, long, IQueryable<Spent>>> Spends = (store, ids, viewer) =>
        from h in store.Rows<WorkPackageHierarchy>()
        where ids.Contains(h.AncestorId)
        join t in store.Rows<TimeEntry>() on h.DescendantId equals t.WorkPackageId
        group t by new { h.AncestorId, t.ProjectId }
        into spent
        select new Spent
        {
            WorkPackageId = spent.Key.AncestorId,
            ProjectId = spent.Key.ProjectId,
            All = spent.Sum(t => t.Minutes ?? 0),
            Own = spent.Sum(t => t.UserId == viewer ? t.Minutes ?? 0 : 0),
        };

    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<WorkPackageDto> rows, Access access, CancellationToken cancellationToken)
    {
        var telling = rows.Where(r => access.In(r.ProjectId).Overlaps(TimeEntryRights.Seeing)).Select(r => r.Id).ToList();
        if (telling.Count == 0)
            return;
        var spent = await store.ListByIdsAsync(Spends, telling, access.Viewer.UserId, cancellationToken);
        await access.LoadAsync(spent.Select(s => s.ProjectId));
        var byWorkPackage = spent.ToLookup(s => s.WorkPackageId);
        foreach (var row in rows)
            row.SpentMinutes = byWorkPackage[row.Id].Sum(s => Visible(s, access.In(s.ProjectId)));
    }

    private static int Visible(Spent spent, PermissionSet held) =>
        held.Contains(Permission.ViewTimeEntries) ? spent.All : held.Contains(Permission.ViewOwnTimeEntries) ? spent.Own : 0;

    private sealed class Spent
    {
        public long WorkPackageId { get; init; }

        public long ProjectId { get; init; }

        public int All { get; init; }

        public int Own { get; init; }
    }
}

using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>
/// Fills in those above and those directly below the work packages of a page, as far as the viewer may see them, and whether
/// he watches them: one statement for all.
/// </summary>
public sealed class WorkPackageFamily(IReadStore store) : IEnricher<WorkPackageDto>
{
    // No relative is at this depth: the row is the viewer's mark.
    private const int Watched = 0;

    private static readonly Expression<Func<IReadStore, List<long>, long, IQueryable<Relative>>> Relatives = (store, ids, viewer) =>
        store.Rows<WorkPackageHierarchy>().Where(h => h.Depth > 0 && ids.Contains(h.DescendantId))
            .Select(h => new Relative
            {
                OfId = h.DescendantId, Id = h.AncestorId, Subject = h.Ancestor.Subject, ProjectId = h.Ancestor.ProjectId, Depth = -h.Depth,
            })
            .Concat(store.Rows<WorkPackageHierarchy>().Where(h => h.Depth == 1 && ids.Contains(h.AncestorId))
                .Select(h => new Relative
                {
                    OfId = h.AncestorId, Id = h.DescendantId, Subject = h.Descendant.Subject, ProjectId = h.Descendant.ProjectId, Depth = h.Depth,
                }))
            .Concat(store.Rows<Watcher>().Where(w => w.UserId == viewer && ids.Contains(w.WorkPackageId))
                .Select(w => new Relative { OfId = w.WorkPackageId, Id = w.WorkPackageId, Subject = "", ProjectId = 0, Depth = Watched }));

    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<WorkPackageDto> rows, Access access, CancellationToken cancellationToken)
    {
        var relatives = await store.ListByIdsAsync(Relatives, [.. rows.Select(r => r.Id)], access.Viewer.UserId, cancellationToken);
        var watched = relatives.Where(r => r.Depth == Watched).Select(r => r.OfId).ToHashSet();
        relatives.RemoveAll(r => r.Depth == Watched);
        await access.LoadAsync(relatives.Select(r => r.ProjectId));
        var visible = relatives.Where(r => access.In(r.ProjectId).Contains(Permission.ViewWorkPackages)).ToLookup(r => r.OfId);
        foreach (var row in rows)
        {
            row.Ancestors = [.. visible[row.Id].Where(r => r.Depth < 0).OrderBy(r => r.Depth).Select(Link)];
            row.Children = [.. visible[row.Id].Where(r => r.Depth > 0).OrderBy(r => r.Id).Select(Link)];
            (row.IsWatched, row.ViewerId) = (watched.Contains(row.Id), access.Viewer.UserId);
            row.ParentIsHidden = row.ParentId is { } parentId && row.Ancestors.All(a => a.Id != parentId);
        }
    }

    private static Reference Link(Relative relative) => new(WorkPackageResource.Location, relative.Id, relative.Subject);

    private sealed class Relative
    {
        public long OfId { get; init; }

        public long Id { get; init; }

        public string Subject { get; init; } = "";

        public long ProjectId { get; init; }

        public int Depth { get; init; }
    }
}

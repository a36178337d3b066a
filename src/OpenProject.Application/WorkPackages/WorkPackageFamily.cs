using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Fills in those above and those directly below the work packages of a page, as far as the viewer may see them.</summary>
public sealed class WorkPackageFamily(IReadStore store) : IEnricher<WorkPackageDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<WorkPackageDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var visible = access.ProjectsWith(Permission.ViewWorkPackages);
        var links = store.Rows<WorkPackageHierarchy>();
        var above = links.Where(h => h.Depth > 0 && ids.Contains(h.DescendantId) && visible.Contains(h.Ancestor.ProjectId))
            .Select(h => new Relative { OfId = h.DescendantId, Id = h.AncestorId, Subject = h.Ancestor.Subject, Depth = -h.Depth });
        var below = links.Where(h => h.Depth == 1 && ids.Contains(h.AncestorId) && visible.Contains(h.Descendant.ProjectId))
            .Select(h => new Relative { OfId = h.AncestorId, Id = h.DescendantId, Subject = h.Descendant.Subject, Depth = h.Depth });
        var relatives = (await store.ListAsync(above.Concat(below), cancellationToken)).ToLookup(r => r.OfId);
        foreach (var row in rows)
        {
            row.Ancestors = [.. relatives[row.Id].Where(r => r.Depth < 0).OrderBy(r => r.Depth).Select(Link)];
            row.Children = [.. relatives[row.Id].Where(r => r.Depth > 0).OrderBy(r => r.Id).Select(Link)];
            row.ParentIsHidden = row.ParentId is { } parentId && row.Ancestors.All(a => a.Id != parentId);
        }
    }

    private static Reference Link(Relative relative) => new(WorkPackageResource.Location, relative.Id, relative.Subject);

    private sealed class Relative
    {
        public long OfId { get; init; }

        public long Id { get; init; }

        public string Subject { get; init; } = "";

        public int Depth { get; init; }
    }
}

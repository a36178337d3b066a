using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>Fills in those above the projects of a page, and which of them the viewer has marked.</summary>
public sealed class ProjectFamily(IReadStore store) : IEnricher<ProjectDto>
{
    /// <summary>Stands for a project that the viewer may not see.</summary>
    private static readonly Reference Hidden = Reference.Undisclosed("The workspace is not visible to you.");

    private static readonly Expression<Func<IReadStore, List<long>, IQueryable<Ancestor>>> Above = (store, ids) =>
        store.Rows<ProjectHierarchy>().Where(h => h.Depth > 0 && ids.Contains(h.DescendantId))
            .Select(h => new Ancestor { OfId = h.DescendantId, Id = h.AncestorId, Name = h.Ancestor.Name, Kind = h.Ancestor.Kind, Depth = h.Depth });

    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<ProjectDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var ancestors = await store.ListByIdsAsync(Above, ids, cancellationToken);
        await access.LoadAsync(ancestors.Select(a => a.Id));
        var above = ancestors.OrderByDescending(a => a.Depth).ToLookup(a => a.OfId);
        var marked = await MarkedAsync(ids, access.Viewer, cancellationToken);
        bool IsVisible(Ancestor ancestor) => access.Viewer.IsAdmin || access.In(ancestor.Id).Contains(Permission.ViewProject);
        foreach (var row in rows)
        {
            row.Ancestors = [.. above[row.Id].Select(a => IsVisible(a) ? new Reference(WorkspacePaths.Of(a.Kind), a.Id, a.Name) : Hidden)];
            row.ParentIsHidden = above[row.Id].LastOrDefault() is { } parent && !IsVisible(parent);
            row.Favorited = marked.Contains(row.Id);
        }
    }

    /// <summary>The parent of a row as its link names it.</summary>
    public static Reference? ParentOf(ProjectDto row) =>
        row.ParentIsHidden ? Hidden : WorkspacePaths.Link(row.ParentId, row.ParentName, row.ParentKind);

    private async Task<HashSet<long>> MarkedAsync(List<long> ids, Viewer viewer, CancellationToken cancellationToken) =>
        viewer.IsAnonymous
            ? []
            : [.. await store.ListAsync(
                store.Rows<Favorite>().Where(f => f.UserId == viewer.UserId && ids.Contains(f.ProjectId)).Select(f => f.ProjectId), cancellationToken)];

    private sealed class Ancestor
    {
        public long OfId { get; init; }

        public long Id { get; init; }

        public string Name { get; init; } = "";

        public ProjectKind Kind { get; init; }

        public int Depth { get; init; }
    }
}

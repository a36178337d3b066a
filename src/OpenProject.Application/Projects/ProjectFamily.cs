using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Fills in those above the projects of a page, and which of them the viewer has marked.</summary>
public sealed class ProjectFamily(IReadStore store) : IEnricher<ProjectDto>
{
    /// <summary>Stands for a project that the viewer may not see.</summary>
    private static readonly Reference Hidden = Reference.Undisclosed("The workspace is not visible to you.");

    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<ProjectDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var (viewerId, visible) = (access.Viewer.UserId, access.VisibleProjects());
        var above = store.Rows<ProjectHierarchy>().Where(h => h.Depth > 0 && ids.Contains(h.DescendantId)).Select(h => new Fact
        {
            OfId = h.DescendantId, Depth = h.Depth, Id = h.AncestorId, Name = h.Ancestor.Name, Kind = h.Ancestor.Kind, IsVisible = visible.Contains(h.AncestorId),
        });
        var marked = store.Rows<Favorite>().Where(f => f.UserId == viewerId && ids.Contains(f.ProjectId)).Select(f => new Fact
        {
            OfId = f.ProjectId, Depth = 0, Id = f.ProjectId, Name = null, Kind = ProjectKind.Project, IsVisible = true,
        });
        var facts = (await store.ListAsync(above.Concat(marked), cancellationToken)).ToLookup(f => f.OfId);
        foreach (var row in rows)
        {
            var ancestors = facts[row.Id].Where(f => f.Depth > 0).OrderByDescending(f => f.Depth).ToList();
            row.Ancestors = [.. ancestors.Select(a => a.IsVisible ? new Reference(WorkspacePaths.Of(a.Kind), a.Id, a.Name) : Hidden)];
            row.ParentIsHidden = ancestors is [.., { IsVisible: false }];
            row.Favorited = facts[row.Id].Any(f => f.Depth == 0);
        }
    }

    /// <summary>The parent of a row as its link names it.</summary>
    public static Reference? ParentOf(ProjectDto row) =>
        row.ParentIsHidden ? Hidden : WorkspacePaths.Link(row.ParentId, row.ParentName, row.ParentKind);

    private sealed class Fact
    {
        public long OfId { get; init; }

        public int Depth { get; init; }

        public long Id { get; init; }

        public string? Name { get; init; }

        public ProjectKind Kind { get; init; }

        public bool IsVisible { get; init; }
    }
}

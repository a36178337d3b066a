using OpenProject.Application.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.Versions;

/// <summary>
/// Which projects a version is available in: its own; those below it (descendants); those below and above (hierarchy);
/// those under the same root (tree); all (system).
/// </summary>
public static class VersionAvailability
{
    /// <summary>The versions that are available in any of the projects.</summary>
    public static IQueryable<ProjectVersion> AvailableIn(this IQueryable<ProjectVersion> versions, IQueryable<long> projects, IReadStore store)
    {
        var hierarchy = store.Rows<ProjectHierarchy>();
        return versions.Where(v =>
            (v.Sharing == VersionSharing.System && projects.Any())
            || projects.Contains(v.ProjectId)
            || (v.Sharing != VersionSharing.None && hierarchy.Any(h => h.AncestorId == v.ProjectId && projects.Contains(h.DescendantId)))
            || ((v.Sharing == VersionSharing.Hierarchy || v.Sharing == VersionSharing.Tree)
                && hierarchy.Any(h => h.DescendantId == v.ProjectId && projects.Contains(h.AncestorId)))
            || (v.Sharing == VersionSharing.Tree
                && hierarchy.Any(up => up.DescendantId == v.ProjectId
                    && hierarchy.Any(down => down.AncestorId == up.AncestorId && projects.Contains(down.DescendantId)))));
    }

    /// <summary>The projects that any of the versions is available in.</summary>
    public static IQueryable<Project> OfferedBy(this IQueryable<Project> projects, IQueryable<ProjectVersion> versions, IReadStore store)
    {
        var hierarchy = store.Rows<ProjectHierarchy>();
        return projects.Where(p => versions.Any(v =>
            v.Sharing == VersionSharing.System
            || v.ProjectId == p.Id
            || (v.Sharing != VersionSharing.None && hierarchy.Any(h => h.AncestorId == v.ProjectId && h.DescendantId == p.Id))
            || ((v.Sharing == VersionSharing.Hierarchy || v.Sharing == VersionSharing.Tree)
                && hierarchy.Any(h => h.DescendantId == v.ProjectId && h.AncestorId == p.Id))
            || (v.Sharing == VersionSharing.Tree
                && hierarchy.Any(up => up.DescendantId == v.ProjectId
                    && hierarchy.Any(down => down.AncestorId == up.AncestorId && down.DescendantId == p.Id)))));
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>
/// What a workspace may be put below: where the viewer may add subprojects, and neither itself nor anything below it. A
/// portfolio stands at the top, a program below portfolios.
/// </summary>
public static class ProjectParents
{
    /// <summary>The candidates among all projects.</summary>
    /// <param name="store">The rows.</param>
    /// <param name="access">Who puts it there.</param>
    /// <param name="kind">What is put there.</param>
    /// <param name="id">Its id; 0 when it is new.</param>
    public static IQueryable<Project> Candidates(IReadStore store, Access access, ProjectKind kind, long id)
    {
        var allowed = access.ProjectsWith(Permission.AddSubprojects);
        var below = store.Rows<ProjectHierarchy>().Where(h => h.AncestorId == id).Select(h => h.DescendantId);
        var rows = store.Rows<Project>().Where(p => allowed.Contains(p.Id) && !below.Contains(p.Id));
        return kind switch
        {
            ProjectKind.Portfolio => rows.Where(_ => false),
            ProjectKind.Program => rows.Where(p => p.Kind == ProjectKind.Portfolio),
            _ => rows,
        };
    }

    /// <summary>Where the candidates are listed.</summary>
    /// <param name="kind">What is put there.</param>
    /// <param name="id">Its id; 0 when it is new.</param>
    public static string HrefFor(ProjectKind kind, long id) => WorkspacePaths.Projects.Value + "/available_parent_projects" + (kind, id) switch
    {
        (_, > 0) => $"?of={id}",
        (ProjectKind.Project, _) => "",
        _ => "?workspace_type=" + Resources.Codes.Of(kind),
    };
}

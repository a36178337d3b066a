using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>Which work packages belong to a workspace: its own and, unless a request wants otherwise, those of the workspaces below.</summary>
internal static class WorkspaceScope
{
    private static readonly string[] OwnConditions = ["subproject", "onlysubproject"];

    /// <summary>The rows among which a query looks. Filters about workspaces below say themselves what belongs.</summary>
    public static IQueryable<WorkPackage> Within(IQueryable<WorkPackage> rows, CollectionQuery query, IReadStore store)
    {
        if (query.WorkspaceId is not { } id || query.Filters?.Any(f => OwnConditions.Contains(QueryNames.Normalize(f.Name))) == true)
            return rows;
        if (query.IncludeSubprojects == false)
            return rows.Where(w => w.ProjectId == id);
        var projects = store.Rows<ProjectHierarchy>().Where(h => h.AncestorId == id).Select(h => h.DescendantId);
        return rows.Where(w => projects.Contains(w.ProjectId));
    }
}

using OpenProject.Application.Permissions;
using OpenProject.Domain.CustomFields;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.CustomFields;

/// <summary>Which custom fields the viewer sees anywhere.</summary>
internal static class VisibleFields
{
    /// <summary>
    /// Those of work packages where he may see work packages in a project that has the field; of the others those that are active
    /// in all projects, or in one that he sees; none of those that are kept for administrators.
    /// </summary>
    public static IQueryable<CustomField> Of(Access access)
    {
        var fields = access.Store.Rows<CustomField>();
        if (access.Viewer.IsAdmin)
            return fields;
        var projects = access.ProjectsWith(Permission.ViewWorkPackages);
        var visible = access.VisibleProjects();
        return fields.Where(f => !f.IsAdminOnly
            && (f.Customizes == CustomizedKind.WorkPackage
                ? f.IsForAll ? projects.Any() : f.Projects.Any(p => projects.Contains(p.ProjectId))
                : f.IsForAll || f.Projects.Any(p => visible.Contains(p.ProjectId))));
    }
}

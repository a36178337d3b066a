using OpenProject.Application.Permissions;
using OpenProject.Domain.CustomFields;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.CustomFields;

/// <summary>Which custom fields the viewer sees anywhere.</summary>
internal static class VisibleFields
{
    /// <summary>
    /// Those of work packages where he may see work packages in a project that has the field; all others but those that are
    /// kept for administrators.
    /// </summary>
    public static IQueryable<CustomField> Of(Access access)
    {
        var fields = access.Store.Rows<CustomField>();
        if (access.Viewer.IsAdmin)
            return fields;
        var projects = access.ProjectsWith(Permission.ViewWorkPackages);
        return fields.Where(f => !f.IsAdminOnly
            && (f.Customizes != CustomizedKind.WorkPackage || (f.IsForAll ? projects.Any() : f.Projects.Any(p => projects.Contains(p.ProjectId)))));
    }
}

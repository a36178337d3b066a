using OpenProject.Application.Permissions;
using OpenProject.Domain.CustomFields;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.CustomFields;

/// <summary>Which custom fields the viewer sees anywhere: one rule, for statements and for what is known already.</summary>
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
        var projects = access.ProjectsWith(ShownBy(CustomizedKind.WorkPackage));
        var visible = access.ProjectsWith(ShownBy(CustomizedKind.Project));
        return fields.Where(f => !f.IsAdminOnly
            && (f.Customizes == CustomizedKind.WorkPackage
                ? f.IsForAll ? projects.Any() : f.Projects.Any(p => projects.Contains(p.ProjectId))
                : f.IsForAll || f.Projects.Any(p => visible.Contains(p.ProjectId))));
    }

    /// <summary>Whether one is among them, for which <see cref="PrepareAsync"/> was awaited.</summary>
    public static bool Includes(CustomFieldDefinition field, Access access)
    {
        if (access.Viewer.IsAdmin)
            return true;
        if (!field.IsOpenTo(access))
            return false;
        var shown = ShownBy(field.Customizes);
        return field.IsForAll
            ? field.Customizes != CustomizedKind.WorkPackage || access.Anywhere(shown)
            : field.ProjectIds.Any(id => access.In(id).Contains(shown));
    }

    /// <summary>Loads what <see cref="Includes"/> asks of the fields of a kind: one statement for all projects at most, and one for whether there is any.</summary>
    public static async Task PrepareAsync(CustomizedKind kind, IReadOnlyCollection<long> projectIds, Access access)
    {
        if (access.Viewer.IsAdmin)
            return;
        await access.LoadAsync(projectIds);
        if (kind == CustomizedKind.WorkPackage)
            await access.AnywhereAsync(ShownBy(kind));
    }

    private static Domain.Roles.Permission ShownBy(CustomizedKind kind) =>
        kind == CustomizedKind.WorkPackage ? Permission.ViewWorkPackages : Permission.ViewProject;
}

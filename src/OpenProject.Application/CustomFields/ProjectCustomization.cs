using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.CustomFields;

/// <summary>Custom fields of projects, programs and portfolios.</summary>
public sealed class ProjectCustomization(ProjectResource resource, CustomFieldTargets targets) : Customization<Project, ProjectDto>(resource, targets)
{
    /// <inheritdoc/>
    public override CustomizedKind Kind => CustomizedKind.Project;

    /// <inheritdoc/>
    protected override Expression<Func<Project, IEnumerable<CustomValue>>> Values => row => row.CustomValues;

    /// <inheritdoc/>
    protected override Action<Project, long, string?> Commenting => (project, fieldId, text) => project.Comment(fieldId, text);

    /// <inheritdoc/>
    protected override bool Has(ProjectDto dto, CustomFieldDefinition field) => dto.Id == 0 ? field.IsForAll : field.IsActiveIn(dto.Id);

    /// <inheritdoc/>
    protected override bool MaySee(ProjectDto dto, Access access) => access.Viewer.IsAdmin || access.In(dto.Id).Contains(Permission.ViewProjectAttributes);

    /// <inheritdoc/>
    protected override Expression<Func<Project, IEnumerable<CustomValue>>> Seen(FilterContext context)
    {
        if (context.Access.Viewer.IsAdmin)
            return Values;
        var open = context.Access.ProjectsWith(Permission.ViewProjectAttributes);
        return row => row.CustomValues.Where(_ => open.Contains(row.Id));
    }

    /// <inheritdoc/>
    protected override bool MayWrite(Draft<Project, ProjectDto> draft) =>
        draft.IsNew || draft.Access.Viewer.IsAdmin || draft.Permissions.Contains(Permission.EditProjectAttributes);

    /// <inheritdoc/>
    protected override long? ProjectOf(Draft<Project, ProjectDto> draft) => draft.IsNew ? null : draft.Entity.Id;
}

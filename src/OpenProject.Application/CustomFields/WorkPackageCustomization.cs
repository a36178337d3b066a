using System.Linq.Expressions;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.CustomFields;

/// <summary>Custom fields of work packages.</summary>
public sealed class WorkPackageCustomization(WorkPackageResource resource, CustomFieldTargets targets) : Customization<WorkPackage, WorkPackageDto>(resource, targets)
{
    /// <inheritdoc/>
    public override CustomizedKind Kind => CustomizedKind.WorkPackage;

    /// <inheritdoc/>
    protected override Expression<Func<WorkPackage, IEnumerable<CustomValue>>> Values => row => row.CustomValues;

    /// <inheritdoc/>
    protected override bool Has(WorkPackageDto dto, CustomFieldDefinition field) => field.TypeIds.Contains(dto.TypeId) && field.IsActiveIn(dto.ProjectId);

    /// <inheritdoc/>
    protected override bool MayWrite(Draft<WorkPackage, WorkPackageDto> draft) =>
        draft.Permissions.Contains(draft.IsNew ? Permission.AddWorkPackages : Permission.EditWorkPackages);

    /// <inheritdoc/>
    protected override long? ProjectOf(Draft<WorkPackage, WorkPackageDto> draft) => draft.Entity.ProjectId;
}

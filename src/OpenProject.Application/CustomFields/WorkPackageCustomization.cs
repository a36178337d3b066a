using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
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
    protected override bool AreRemembered => true;

    /// <summary>The values that states, as journals tell them, had.</summary>
    /// <param name="store">The rows.</param>
    public static Expression<Func<WorkPackage, IEnumerable<CustomValue>>> Past(IReadStore store)
    {
        var journals = store.Rows<WorkPackageJournal>();
        return state => journals.Where(j => j.WorkPackageId == state.Id && j.Version == state.JournalVersion).SelectMany(j => j.CustomValues);
    }

    /// <inheritdoc/>
    protected override Expression<Func<WorkPackage, IEnumerable<CustomValue>>> Seen(FilterContext context) => context.IsPast ? Past(context.Access.Store) : Values;

    /// <inheritdoc/>
    protected override bool Has(WorkPackageDto dto, CustomFieldDefinition field) => WorkPackageCustomValues.Shows(dto, field);

    /// <inheritdoc/>
    protected override bool MayWrite(Draft<WorkPackage, WorkPackageDto> draft) =>
        draft.Permissions.Contains(draft.IsNew ? Permission.AddWorkPackages : Permission.EditWorkPackages);

    /// <inheritdoc/>
    protected override long? ProjectOf(Draft<WorkPackage, WorkPackageDto> draft) => draft.Entity.ProjectId;
}

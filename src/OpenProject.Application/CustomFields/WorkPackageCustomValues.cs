using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of work packages.</summary>
public sealed class WorkPackageCustomValues(CustomFieldDirectory directory, IReadStore store)
    : CustomValueReading<WorkPackage, WorkPackageDto>(CustomizedKind.WorkPackage, row => row.CustomValues, directory, store)
{
    /// <summary>Whether a work package has a field: one of its type, where it is active in the project.</summary>
    public static bool Shows(WorkPackageDto row, CustomFieldDefinition field) => field.TypeIds.Contains(row.TypeId) && field.IsActiveIn(row.ProjectId);

    /// <inheritdoc/>
    protected override bool Has(WorkPackageDto row, CustomFieldDefinition field) => Shows(row, field);

    /// <summary>Fills in the values that work packages had.</summary>
    /// <param name="rows">The work packages as they were.</param>
    /// <param name="states">The same, as journals tell them.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task FillPastAsync(IReadOnlyList<WorkPackageDto> rows, IQueryable<WorkPackage> states, Access access, CancellationToken cancellationToken) =>
        FillAsync(rows, states, WorkPackageCustomization.Past(Store), access, cancellationToken);
}

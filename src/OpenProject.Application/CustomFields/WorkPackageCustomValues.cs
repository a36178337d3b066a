using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of work packages.</summary>
public sealed class WorkPackageCustomValues(CustomFieldDirectory directory, IReadStore store) : CustomValueReading<WorkPackageDto>(CustomizedKind.WorkPackage, directory, store)
{
    private static readonly Expression<Func<WorkPackage, CustomValue, CustomValueRow>> Row = (row, v) => new CustomValueRow
    {
        OwnerId = row.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Html = v.Html, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
    };

    /// <summary>Fills in the values that work packages had.</summary>
    /// <param name="rows">The work packages as they were.</param>
    /// <param name="states">The same, as journals tell them.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task FillPastAsync(IReadOnlyList<WorkPackageDto> rows, IQueryable<WorkPackage> states, Access access, CancellationToken cancellationToken) =>
        FillAsync(rows, states.SelectMany(WorkPackageCustomization.Past(Store), Row), access, cancellationToken);

    /// <inheritdoc/>
    protected override IQueryable<CustomValueRow> ValuesOf(List<long> ids) =>
        Store.Rows<WorkPackage>().Where(row => ids.Contains(row.Id)).SelectMany(row => row.CustomValues, Row);
}

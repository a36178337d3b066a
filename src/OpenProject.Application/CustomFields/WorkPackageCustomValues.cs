using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of work packages.</summary>
public sealed class WorkPackageCustomValues(CustomFieldDirectory directory, IReadStore store) : CustomValueReading<WorkPackageDto>(CustomizedKind.WorkPackage, directory, store)
{
    /// <inheritdoc/>
    protected override IQueryable<CustomValueRow> ValuesOf(List<long> ids) => Store.Rows<WorkPackage>().Where(row => ids.Contains(row.Id)).SelectMany(
        row => row.CustomValues,
        (row, v) => new CustomValueRow
        {
            OwnerId = row.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Html = v.Html, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
        });
}

using OpenProject.Application.Common;
using OpenProject.Application.Versions;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of versions.</summary>
public sealed class VersionCustomValues(CustomFieldDirectory directory, IReadStore store) : CustomValueReading<VersionDto>(CustomizedKind.Version, directory, store)
{
    /// <inheritdoc/>
    protected override IQueryable<CustomValueRow> ValuesOf(List<long> ids) => Store.Rows<ProjectVersion>().Where(row => ids.Contains(row.Id)).SelectMany(
        row => row.CustomValues,
        (row, v) => new CustomValueRow
        {
            OwnerId = row.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Html = v.Html, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
        });
}

using OpenProject.Application.Common;
using OpenProject.Application.TimeEntries;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of time entries.</summary>
public sealed class TimeEntryCustomValues(CustomFieldDirectory directory, IReadStore store) : CustomValueReading<TimeEntryDto>(CustomizedKind.TimeEntry, directory, store)
{
    /// <inheritdoc/>
    protected override IQueryable<CustomValueRow> ValuesOf(List<long> ids) => Store.Rows<TimeEntry>().Where(row => ids.Contains(row.Id)).SelectMany(
        row => row.CustomValues,
        (row, v) => new CustomValueRow
        {
            OwnerId = row.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Html = v.Html, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
        });
}

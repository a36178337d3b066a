using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Users;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of users.</summary>
public sealed class UserCustomValues(CustomFieldDirectory directory, IReadStore store) : CustomValueReading<UserDto>(CustomizedKind.User, directory, store)
{
    /// <inheritdoc/>
    protected override IQueryable<CustomValueRow> ValuesOf(List<long> ids) => Store.Rows<User>().Where(row => ids.Contains(row.Id)).SelectMany(
        row => row.CustomValues,
        (row, v) => new CustomValueRow
        {
            OwnerId = row.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Html = v.Html, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
        });
}

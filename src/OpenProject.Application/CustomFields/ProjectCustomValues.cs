using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of projects, programs and portfolios.</summary>
public sealed class ProjectCustomValues(CustomFieldDirectory directory, IReadStore store) : CustomValueReading<ProjectDto>(CustomizedKind.Project, directory, store)
{
    /// <inheritdoc/>
    protected override IQueryable<CustomValueRow> ValuesOf(List<long> ids) => Store.Rows<Project>().Where(row => ids.Contains(row.Id)).SelectMany(
        row => row.CustomValues,
        (row, v) => new CustomValueRow
        {
            OwnerId = row.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Html = v.Html, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
        });
}

using System.Linq.Expressions;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Application.CustomFields;

/// <summary>Custom fields of time entries.</summary>
public sealed class TimeEntryCustomization(TimeEntryResource resource, CustomFieldTargets targets) : Customization<TimeEntry, TimeEntryDto>(resource, targets)
{
    /// <inheritdoc/>
    public override CustomizedKind Kind => CustomizedKind.TimeEntry;

    /// <inheritdoc/>
    protected override Expression<Func<TimeEntry, IEnumerable<CustomValue>>> Values => row => row.CustomValues;

    /// <inheritdoc/>
    protected override bool Has(TimeEntryDto dto, CustomFieldDefinition field) => field.IsActiveIn(dto.ProjectId);

    /// <inheritdoc/>
    protected override long? ProjectOf(Draft<TimeEntry, TimeEntryDto> draft) => draft.Entity.ProjectId;
}

using OpenProject.Application.Common;
using OpenProject.Application.TimeEntries;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of time entries.</summary>
public sealed class TimeEntryCustomValues(CustomFieldDirectory directory, IReadStore store)
    : CustomValueReading<TimeEntry, TimeEntryDto>(CustomizedKind.TimeEntry, row => row.CustomValues, directory, store);

using OpenProject.Application.Common;
using OpenProject.Application.Versions;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of versions.</summary>
public sealed class VersionCustomValues(CustomFieldDirectory directory, IReadStore store)
    : CustomValueReading<ProjectVersion, VersionDto>(CustomizedKind.Version, row => row.CustomValues, directory, store);

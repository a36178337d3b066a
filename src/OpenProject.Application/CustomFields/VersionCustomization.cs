using System.Linq.Expressions;
using OpenProject.Application.Versions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.CustomFields;

/// <summary>Custom fields of versions.</summary>
public sealed class VersionCustomization(VersionResource resource, CustomFieldTargets targets) : Customization<ProjectVersion, VersionDto>(resource, targets)
{
    /// <inheritdoc/>
    public override CustomizedKind Kind => CustomizedKind.Version;

    /// <inheritdoc/>
    protected override Expression<Func<ProjectVersion, IEnumerable<CustomValue>>> Values => row => row.CustomValues;

    /// <inheritdoc/>
    protected override bool Has(VersionDto dto, CustomFieldDefinition field) => field.IsActiveIn(dto.ProjectId);

    /// <inheritdoc/>
    protected override long? ProjectOf(Draft<ProjectVersion, VersionDto> draft) => draft.Entity.ProjectId;
}

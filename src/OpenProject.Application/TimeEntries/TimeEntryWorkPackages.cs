using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.TimeEntries;

/// <summary>Finds out which work packages that time was spent on the viewer may not see. They may be in other projects than the time.</summary>
public sealed class TimeEntryWorkPackages : IEnricher<TimeEntryDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<TimeEntryDto> rows, Access access, CancellationToken cancellationToken)
    {
        await access.LoadAsync(rows.Select(r => r.WorkPackageProjectId).OfType<long>());
        foreach (var row in rows)
            row.WorkPackageIsHidden = row.WorkPackageProjectId is { } projectId && !access.In(projectId).Contains(Permission.ViewWorkPackages);
    }
}

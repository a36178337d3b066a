using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;

namespace OpenProject.Application.JobStatuses;

/// <summary>Leaves out projects of jobs that the viewer does not see any more; one statement, or none.</summary>
public sealed class JobProjects(IReadStore store) : IEnricher<JobDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<JobDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> made = [.. rows.Select(r => r.ProjectId).OfType<long>()];
        if (made.Count == 0)
            return;
        var visible = await store.ListAsync(access.VisibleProjects().Where(id => made.Contains(id)), cancellationToken);
        foreach (var row in rows.Where(r => r.ProjectId is { } id && !visible.Contains(id)))
            row.ProjectId = null;
    }
}

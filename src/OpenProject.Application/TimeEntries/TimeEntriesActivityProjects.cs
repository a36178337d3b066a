using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.TimeEntries;

/// <summary>Fills in the projects that kinds of work are active in: all that book time. One statement for any number of kinds.</summary>
public sealed class TimeEntriesActivityProjects(IReadStore store) : IEnricher<TimeEntriesActivityDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<TimeEntriesActivityDto> rows, Access access, CancellationToken cancellationToken)
    {
        var (module, visible) = (Permission.ViewTimeEntries.Module, access.VisibleProjects());
        var projects = await store.ListAsync(
            store.Rows<Project>().Where(p => p.Active && visible.Contains(p.Id) && p.Modules.Any(m => m.Name == module)).OrderBy(p => p.Id)
                .Select(p => new { p.Id, p.Name, p.Kind }),
            cancellationToken);
        List<Reference> links = [.. projects.Select(p => new Reference(WorkspacePaths.Of(p.Kind), p.Id, p.Name))];
        foreach (var row in rows)
            row.Projects = links;
    }
}

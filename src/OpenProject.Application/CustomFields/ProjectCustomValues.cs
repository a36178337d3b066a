using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in the values of custom fields of projects, programs and portfolios, and what is said of them; one statement more where something can be said.</summary>
public sealed class ProjectCustomValues(CustomFieldDirectory directory, IReadStore store)
    : CustomValueReading<Project, ProjectDto>(CustomizedKind.Project, row => row.CustomValues, directory, store)
{
    private readonly CustomFieldDirectory directory = directory;

    /// <inheritdoc/>
    public override async Task FillAsync(IReadOnlyList<ProjectDto> rows, Access access, CancellationToken cancellationToken)
    {
        await base.FillAsync(rows, access, cancellationToken);
        if (!directory.Of(CustomizedKind.Project).Any(f => f.HasComment))
            return;
        List<long> ids = [.. rows.Select(r => r.Id)];
        var comments = (await Store.ListAsync(
            Store.Rows<Project>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.CustomComments }), cancellationToken)).ToDictionary(p => p.Id, p => p.CustomComments);
        foreach (var row in rows.Where(row => comments.ContainsKey(row.Id)))
            row.Custom = row.Custom.Saying(comments[row.Id]);
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>How copies of projects begin: as their source, as far as the viewer sees it, but for the name.</summary>
public sealed class ProjectCopyPlan(
    ProjectPlan plan, ProjectContract contract, IAggregates<Project> projects, Access access, CustomFieldDirectory fields, TimeProvider clock)
{
    /// <summary>The plan for copies of a project, and the blank copy.</summary>
    /// <param name="sourceId">The project; the viewer has been seen to see it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(WritePlan<Project, ProjectDto> Writes, Project Blank)> OfAsync(long sourceId, CancellationToken cancellationToken)
    {
        contract.CopyOf = sourceId;
        var source = await projects.FindAsync(sourceId, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        var copy = Project.CopyOf(source, clock.GetUtcNow().UtcDateTime);
        if (access.Viewer.IsAdmin || (await access.InProjectAsync(sourceId)).Contains(Permission.ViewProjectAttributes))
        {
            var values = source.CustomValues.ToLookup(v => v.FieldId);
            foreach (var field in fields.Of(CustomizedKind.Project).Where(f => f.IsOpenTo(access)))
                copy.Customize(field.Id, [.. values[field.Id].OrderBy(v => v.Position)]);
            foreach (var (fieldId, text) in source.CustomComments.Where(c => fields.Of(CustomizedKind.Project).Any(f => f.Id == c.Key && f.HasComment && f.IsOpenTo(access))))
                copy.Comment(fieldId, text);
        }

        return (plan.Writes, copy);
    }
}

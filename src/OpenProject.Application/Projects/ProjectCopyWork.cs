using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Queries;
using OpenProject.Application.Writes;
using OpenProject.Domain.JobStatuses;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Copies projects. All is asked again: much may have happened since the order.</summary>
public sealed class ProjectCopyWork(
    ResourceReader reader, ResourceWriter writer, ProjectResource resource, ProjectCopyPlan plan, IStoredChanges stored, IProjectContents contents, CustomFieldDirectory fields)
    : IJobWork
{
    /// <inheritdoc/>
    public JobKind Kind => JobKind.ProjectCopy;

    /// <inheritdoc/>
    public async Task<JobEnd> DoAsync(string input, CancellationToken cancellationToken)
    {
        var order = JsonSerializer.Deserialize<ProjectCopyOrder>(input)!;
        var source = await reader.RowAsync(resource, order.SourceId, cancellationToken);
        var held = await reader.Access.InProjectAsync(source.Id);
        var (writes, blank) = await plan.OfAsync(source.Id, cancellationToken);
        var parts = new CopiedParts();
        var project = await writer.CreateAsync(
            writes, blank, stored.Read<Project, ProjectDto>(order.Change), cancellationToken, row => row.Copied = parts);
        parts.LimitTo(held);
        await contents.CopyAsync(source.Id, project.Id, parts, new Copier(reader.Access.Viewer.UserId, fields.HiddenFrom(reader.Access)), cancellationToken);
        return new JobEnd(JobState.Success, $"Created project {project.Name}.", project.Id);
    }
}

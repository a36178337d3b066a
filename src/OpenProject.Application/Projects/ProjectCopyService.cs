using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Queries;
using OpenProject.Application.Writes;
using OpenProject.Domain.JobStatuses;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Takes orders for copies of projects; what takes its time is done by a job.</summary>
public sealed class ProjectCopyService(
    ResourceReader reader,
    ResourceWriter writer,
    ProjectResource resource,
    ProjectCopyPlan plan,
    IStoredChanges stored,
    JobRequestService jobs)
{
    /// <summary>Orders a copy and returns the job's UUID. What is refused is refused at once, and so is one copy too many (<see cref="Job.MostOfUser"/>).</summary>
    public async Task<string> StartAsync(string key, ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken)
    {
        var form = await FormAsync(key, changes, cancellationToken);
        if (form.Form.Errors.Count > 0)
            throw new ProblemException(new Problem.Invalid([.. form.Form.Errors]));
        var order = new ProjectCopyOrder(form.SourceId, stored.Write(form.Form));
        return await jobs.AskAsync(JobKind.ProjectCopy, JsonSerializer.Serialize(order), cancellationToken);
    }

    /// <summary>The form for a copy.</summary>
    public async Task<Form<Project, ProjectDto>> CreateFormAsync(string key, ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        (await FormAsync(key, changes, cancellationToken)).Form;

    private async Task<(long SourceId, Form<Project, ProjectDto> Form)> FormAsync(
        string key, ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken)
    {
        var source = await reader.RowAsync(resource, ProjectResource.Named(key, kind: null), cancellationToken);
        var (writes, blank) = await plan.OfAsync(source.Id, cancellationToken);
        var links = FormLinks.Create(WorkspacePaths.Projects.Of(source.Id) + "/copy");
        return (source.Id, await writer.CreateFormAsync(writes, blank, changes, links, cancellationToken, row => row.Copied = new CopiedParts()));
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Projects;

/// <summary>Lists, reads and writes projects, programs and portfolios. Paths name them by id or identifier, and by kind where they are of one.</summary>
public sealed class ProjectService(
    ResourceReader reader,
    ResourceWriter writer,
    ProjectResource resource,
    ProjectPlan plan,
    IProjectTree tree,
    SchedulingService scheduling,
    ISchedulingTurn turn,
    IUnitOfWork unitOfWork)
{
    /// <summary>The visible ones, of one kind or of all.</summary>
    public Task<Page<ProjectDto>> ListAsync(CollectionQuery query, ProjectKind? kind, CancellationToken cancellationToken)
    {
        var rows = reader.Visible(resource);
        return reader.ListAsync(resource, query, kind is { } only ? rows.Where(p => p.Kind == only) : rows, cancellationToken);
    }

    /// <summary>The visible ones, of all kinds, in whose name, identifier or description every word occurs.</summary>
    public Task<Page<ProjectDto>> SearchAsync(string words, CollectionQuery query, CancellationToken cancellationToken) =>
        reader.SearchAsync(resource, query, words, [p => p.Name, p => p.Identifier, p => p.Description], cancellationToken);

    /// <summary>One of them.</summary>
    public Task<Document<ProjectDto>> FindAsync(string key, ProjectKind? kind, CancellationToken cancellationToken) =>
        reader.FindAsync(resource, ProjectResource.Named(key, kind), cancellationToken);

    /// <summary>Stores a new project, whose creator becomes its first member.</summary>
    public async Task<Document<ProjectDto>> CreateAsync(ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(plan.Writes, Project.Draft(writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<ProjectDto>> UpdateAsync(
        string key, ProjectKind? kind, ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken)
    {
        var id = (await RowAsync(key, kind, cancellationToken)).Id;
        await writer.UpdateAsync(plan.Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes one with all below it; only administrators may, and only while no other project plans for its versions.</summary>
    public async Task DeleteAsync(string key, ProjectKind? kind, CancellationToken cancellationToken)
    {
        var id = (await RowAsync(key, kind, cancellationToken)).Id;
        if (!reader.Access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
        var felled = reader.Store.Rows<ProjectHierarchy>().Where(h => h.AncestorId == id).Select(h => h.DescendantId);
        var planned = reader.Store.Rows<WorkPackage>()
            .Where(w => w.VersionId != null && felled.Contains(w.Version!.ProjectId) && !felled.Contains(w.ProjectId));
        if (await reader.Store.AnyAsync(planned, cancellationToken))
            throw new ProblemException(new Problem.Invalid("base", "Work packages of other projects are planned for the project's versions."));
        await turn.WriteAsync(
            unitOfWork,
            async token =>
            {
                var gone = reader.Store.Rows<WorkPackageHierarchy>().Where(h => felled.Contains(h.Ancestor.ProjectId)).Select(h => h.DescendantId);
                var bereft = await scheduling.BereftOfAsync(gone, token);
                await tree.FellAsync(id, token);
                await scheduling.RescheduleAsync(bereft, prepare: null, token);
            },
            cancellationToken);
    }

    /// <summary>The form for a new project.</summary>
    public Task<Form<Project, ProjectDto>> CreateFormAsync(ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(plan.Writes, Project.Draft(writer.Now), changes, FormLinks.Create(WorkspacePaths.Projects.Value), cancellationToken);

    /// <summary>The form for changes.</summary>
    public async Task<Form<Project, ProjectDto>> UpdateFormAsync(
        string key, ProjectKind? kind, ChangeSet<Project, ProjectDto> changes, CancellationToken cancellationToken)
    {
        var row = await RowAsync(key, kind, cancellationToken);
        return await writer.UpdateFormAsync(plan.Writes, row.Id, changes, FormLinks.Update(resource.PathOf(row).Of(row.Id)), cancellationToken);
    }

    /// <summary>The schema of a new project.</summary>
    public Task<SchemaDocument> SchemaAsync(string selfHref, CancellationToken cancellationToken) =>
        writer.SchemaAsync(resource, Project.Draft(writer.Now), selfHref, cancellationToken);

    private Task<ProjectDto> RowAsync(string key, ProjectKind? kind, CancellationToken cancellationToken) =>
        reader.RowAsync(resource, ProjectResource.Named(key, kind), cancellationToken);
}

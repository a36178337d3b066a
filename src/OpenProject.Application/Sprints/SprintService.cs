using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Common;
using OpenProject.Domain.Sprints;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Sprints;

/// <summary>Lists and reads sprints, and makes them, which nothing published does.</summary>
public sealed class SprintService(
    ResourceReader reader, SprintResource resource, WorkspaceService workspaces, IAggregates<Sprint> sprints, IMarkdown markdown, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>The sprints that the viewer may see.</summary>
    public Task<Page<SprintDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>The sprints of a visible workspace; leaves as forbidden for those who may not see them there.</summary>
    public async Task<Page<SprintDto>> ListInAsync(string workspace, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdOfAsync(workspace, cancellationToken);
        if (!(await reader.Access.InProjectAsync(id)).Contains(Permission.ViewSprints))
            throw new ProblemException(new Problem.Forbidden());
        return await reader.ListAsync(resource, query, reader.Store.Rows<Sprint>().Where(s => s.ProjectId == id), cancellationToken);
    }

    /// <summary>One sprint.</summary>
    public Task<Document<SprintDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>
    /// Stores a sprint that has still to be planned in a visible workspace; leaves as forbidden for those who may not create sprints there, and as invalid
    /// when a rule is broken.
    /// </summary>
    /// <param name="workspace">The workspace's id or identifier.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="start">The first day, or null.</param>
    /// <param name="finish">The last day, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Document<SprintDto>> CreateAsync(string workspace, string name, DateOnly? start, DateOnly? finish, CancellationToken cancellationToken)
    {
        var projectId = await workspaces.IdOfAsync(workspace, cancellationToken);
        if (!(await reader.Access.InProjectAsync(projectId)).Contains(Permission.CreateSprints))
            throw new ProblemException(new Problem.Forbidden());
        var id = await AddAsync(projectId, name, description: null, start, finish, SprintStatus.InPlanning, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Stores a new sprint, and returns its id. Whoever calls it has asked whether that may be done.</summary>
    public async Task<long> AddAsync(
        long projectId, string name, string? description, DateOnly? start, DateOnly? finish, SprintStatus status, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            var sprint = Sprint.Create(projectId, name, now);
            sprint.Describe(description, markdown.ToHtml(description));
            sprint.Last(start, finish);
            sprint.Reach(status);
            sprints.Add(sprint);
            await unitOfWork.SaveAsync(cancellationToken);
            return sprint.Id;
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }
}

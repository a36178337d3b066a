using System.Globalization;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Activities;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Activities;

/// <summary>Lists and reads activities, and edits comments.</summary>
public sealed class ActivityService(
    ResourceReader reader,
    ResourceWriter writer,
    ActivityResource resource,
    ActivityContract contract,
    WorkPackageResource workPackages,
    WorkspaceService workspaces,
    IAggregates<WorkPackageJournal> journals,
    IAggregates<CommentEdit> edits)
{
    private WritePlan<WorkPackageJournal, ActivityDto> Writes { get; } = new(resource, contract, journals)
    {
        BeforeSave = (draft, _) =>
        {
            if (draft.Changed("comment"))
                edits.Add(new CommentEdit(draft.Entity.Id, draft.Access.Viewer.UserId, CommentEdit.TextUpdated, draft.Original.Notes, draft.Entity.Notes, draft.Now));
            return Task.CompletedTask;
        },
    };

    /// <summary>What was done to a visible work package and said about it, in order.</summary>
    public async Task<Page<ActivityDto>> ListOfAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(workPackages, workPackageId, cancellationToken))
            throw new ProblemException(new Problem.NotFound(workPackages.NotFoundMessage));
        return await reader.ListAsync(resource, query, reader.Visible(resource).Where(j => j.WorkPackageId == workPackageId), cancellationToken);
    }

    /// <summary>
    /// What was done to the work packages of a visible workspace and said about them since a point in time, the latest first, without those of
    /// workspaces below it; leaves as forbidden for those who may not see work packages there.
    /// </summary>
    /// <param name="workspace">The workspace's id or identifier.</param>
    /// <param name="since">UTC.</param>
    /// <param name="query">What else is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<ActivityDto>> ListInAsync(string workspace, DateTime since, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdOfAsync(workspace, cancellationToken);
        if (!(await reader.Access.InProjectAsync(id)).Contains(Permission.ViewWorkPackages))
            throw new ProblemException(new Problem.Forbidden());
        var rows = reader.Visible(resource).Where(j => j.WorkPackage.ProjectId == id && j.UpdatedAt >= since);
        var latest = query.With("workspace", id.ToString(CultureInfo.InvariantCulture)).With("since", since.ToString("O", CultureInfo.InvariantCulture))
            with { Sorts = [new SortClause("id", IsDescending: true)] };
        return await reader.ListAsync(resource, latest, rows, cancellationToken);
    }

    /// <summary>The visible comments on a visible work package, the newest first unless another order is asked for.</summary>
    public async Task<Page<ActivityDto>> ListCommentsAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(workPackages, workPackageId, cancellationToken))
            throw new ProblemException(new Problem.NotFound(workPackages.NotFoundMessage));
        var rows = reader.Visible(resource).Where(j => j.WorkPackageId == workPackageId && j.Notes != null && j.Notes != "");
        var newest = query.Sorts.Count > 0 ? query : query with { Sorts = [new SortClause("version", IsDescending: true)] };
        return await reader.ListAsync(resource, newest, rows, cancellationToken);
    }

    /// <summary>One activity.</summary>
    public Task<Document<ActivityDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores another text of a comment.</summary>
    public async Task<Document<ActivityDto>> UpdateAsync(
        long id, ChangeSet<WorkPackageJournal, ActivityDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await FindAsync(id, cancellationToken);
    }
}

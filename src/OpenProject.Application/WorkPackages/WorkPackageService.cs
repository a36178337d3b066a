using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Relations;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Reads and writes work packages.</summary>
public sealed class WorkPackageService(
    ResourceReader reader,
    ResourceWriter writer,
    WorkPackageResource resource,
    WorkPackagePlan plan,
    ComparisonService comparisons,
    IWorkPackageTree tree,
    SchedulingService scheduling,
    ISchedulingTurn turn,
    AttachmentService attachments,
    RelationService relations,
    IUnitOfWork unitOfWork)
{
    // What may move others, or depend on where they are.
    private static readonly string[] Scheduling =
        ["startDate", "dueDate", "date", "duration", "ignoreNonWorkingDays", "scheduleManually", "type", "parent", "project"];

    /// <summary>One work package.</summary>
    public Task<Document<WorkPackageDto>> FindAsync(long id, CancellationToken cancellationToken) => FindAsync(id, [], cancellationToken);

    /// <summary>One work package, embedding nothing.</summary>
    public async Task<Document<WorkPackageDto>> FindPlainAsync(long id, CancellationToken cancellationToken) =>
        new(await reader.RowAsync(resource, id, cancellationToken), reader.Access);

    /// <summary>One work package as it was at the last of some points in time, and how it differs at the others.</summary>
    public async Task<Document<WorkPackageDto>> FindAsync(long id, IReadOnlyList<string> timestamps, CancellationToken cancellationToken)
    {
        var document = ComparisonService.Compares(timestamps)
            ? await comparisons.FindAsync(id, timestamps, cancellationToken)
            : await reader.FindAsync(resource, id, cancellationToken);
        document.Embedded!.Add(new NamedDocument("attachments", await attachments.OfWorkPackageAsync(id, cancellationToken)));
        document.Embedded.Add(new NamedDocument("relations", await relations.OfAsync(id, cancellationToken)));
        return document;
    }

    /// <summary>Stores a new work package, in the project given where one is.</summary>
    public async Task<Document<WorkPackageDto>> CreateAsync(
        ChangeSet<WorkPackage, WorkPackageDto> changes, long? projectId, CancellationToken cancellationToken) =>
        await FindAsync(await StoreAsync(changes, projectId, cancellationToken), cancellationToken);

    /// <summary>Stores a new work package and says only which one it is, to those who tell of it in other words.</summary>
    internal async Task<long> StoreAsync(ChangeSet<WorkPackage, WorkPackageDto> changes, long? projectId, CancellationToken cancellationToken)
    {
        var id = 0L;
        async Task Write(CancellationToken token) => id = (await writer.CreateAsync(plan.Writes, Blank(projectId), changes, token)).Id;
        // Alone it moves nothing.
        await (changes.Find("parent") is null ? Write(cancellationToken) : turn.WriteAsync(unitOfWork, Write, cancellationToken));
        return id;
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<WorkPackageDto>> UpdateAsync(
        long id, ChangeSet<WorkPackage, WorkPackageDto> changes, CancellationToken cancellationToken)
    {
        await StoreAsync(id, changes, cancellationToken);
        return await FindAsync(id, cancellationToken);
    }

    /// <summary>Stores changes and tells nothing, to those who tell of them in other words.</summary>
    internal Task StoreAsync(long id, ChangeSet<WorkPackage, WorkPackageDto> changes, CancellationToken cancellationToken)
    {
        Task Write(CancellationToken token) => writer.UpdateAsync(plan.Writes, id, changes, token);
        return Array.TrueForAll(Scheduling, name => changes.Find(name) is null)
            ? Write(cancellationToken)
            : turn.WriteAsync(unitOfWork, Write, cancellationToken);
    }

    /// <summary>
    /// A work package that the viewer may remove, embedding nothing, and how many of those below it he sees, at any depth; removing takes
    /// the others too. Leaves as forbidden when he may not.
    /// </summary>
    public async Task<(Document<WorkPackageDto> Removable, int Below)> FindRemovableAsync(long id, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        await RequireRemovalAsync(row);
        var below = reader.Store.Rows<WorkPackageHierarchy>().Where(h => h.AncestorId == id && h.DescendantId != id).Select(h => h.DescendantId);
        return (new(row, reader.Access), await reader.Store.CountAsync(reader.Visible(resource).Where(w => below.Contains(w.Id)), cancellationToken));
    }

    /// <summary>Removes a work package and all below it.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (entity, row) = await writer.TakeAsync(plan.Writes, id, cancellationToken);
        await RequireRemovalAsync(row);
        await turn.WriteAsync(
            unitOfWork,
            async token =>
            {
                var gone = reader.Store.Rows<WorkPackageHierarchy>().Where(h => h.AncestorId == id).Select(h => h.DescendantId);
                var bereft = await scheduling.BereftOfAsync(gone, token);
                await tree.FellAsync(id, token);
                if (entity.ParentId is { } parentId)
                    await tree.DeriveUpwardsAsync([parentId], token);
                await scheduling.RescheduleAsync(bereft, prepare: null, token);
            },
            cancellationToken);
    }

    /// <summary>The form for a new work package.</summary>
    public Task<Form<WorkPackage, WorkPackageDto>> CreateFormAsync(
        ChangeSet<WorkPackage, WorkPackageDto> changes, long? projectId, FormLinks links, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(plan.Writes, Blank(projectId), changes, links, cancellationToken);

    /// <summary>The form for changes.</summary>
    public Task<Form<WorkPackage, WorkPackageDto>> UpdateFormAsync(
        long id, ChangeSet<WorkPackage, WorkPackageDto> changes, CancellationToken cancellationToken) =>
        writer.UpdateFormAsync(plan.Writes, id, changes, FormLinks.Update(WorkPackageResource.Location.Of(id)), cancellationToken);

    private async Task RequireRemovalAsync(WorkPackageDto row)
    {
        if (!(await writer.PermissionsInAsync(row.ProjectId)).Contains(Permission.DeleteWorkPackages))
            throw new ProblemException(new Problem.Forbidden());
    }

    private WorkPackage Blank(long? projectId)
    {
        var blank = WorkPackage.Draft(reader.Access.Viewer.UserId, writer.Now);
        if (projectId is { } id)
            blank.MoveToProject(id);
        return blank;
    }
}

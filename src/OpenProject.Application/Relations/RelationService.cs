using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Relations;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Relations;

/// <summary>Lists, reads and writes relations between work packages.</summary>
public sealed class RelationService(
    ResourceReader reader,
    ResourceWriter writer,
    RelationResource resource,
    RelationContract contract,
    WorkPackageResource workPackages,
    IAggregates<Relation> aggregates,
    ISchedulingTurn turn,
    IUnitOfWork unitOfWork)
{
    private WritePlan<Relation, RelationDto> Writes { get; } = new(resource, contract, aggregates) { BeforeSave = contract.RefuseDuplicateAsync };

    /// <summary>Relations of which the viewer may see both ends.</summary>
    public Task<Page<RelationDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>The relations of a visible work package.</summary>
    public async Task<Page<RelationDto>> ListOfAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        var rows = reader.Visible(resource).Where(r => r.FromId == workPackageId || r.ToId == workPackageId);
        return await reader.ListAsync(resource, query, rows, cancellationToken);
    }

    /// <summary>One relation.</summary>
    public Task<Document<RelationDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Relates a visible work package to another one; leaves as a conflict when the two are related already.</summary>
    public async Task<Document<RelationDto>> CreateAsync(
        long workPackageId, ChangeSet<Relation, RelationDto> changes, CancellationToken cancellationToken)
    {
        await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        var id = 0L;
        await InTurnAsync(
            async token => id = (await writer.CreateAsync(Writes, Relation.Draft(workPackageId), changes, token)).Id, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<RelationDto>> UpdateAsync(long id, ChangeSet<Relation, RelationDto> changes, CancellationToken cancellationToken)
    {
        await InTurnAsync(token => writer.UpdateAsync(Writes, id, changes, token), cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes a relation; leaves as forbidden for those who may not manage relations of its first end.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (relation, row) = await writer.TakeAsync(Writes, id, cancellationToken);
        if (!reader.Access.In(row.FromProjectId).Contains(Permission.ManageWorkPackageRelations))
            throw new ProblemException(new Problem.Forbidden());
        aggregates.Remove(relation);
        await unitOfWork.SaveAsync(cancellationToken);
    }

    // The rules and the save are one transaction, so that two relations that are made at once close no circle together.
    private Task InTurnAsync(Func<CancellationToken, Task> write, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        async token =>
        {
            await turn.TakeAsync(token);
            await write(token);
        },
        cancellationToken);
}

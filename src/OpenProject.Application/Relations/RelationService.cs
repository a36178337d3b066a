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
    SchedulingService scheduling,
    ISchedulingTurn turn,
    IUnitOfWork unitOfWork)
{
    // The rules and the save are one transaction, so that two relations that are made at once close no circle together.
    private WritePlan<Relation, RelationDto> Writes => new(resource, contract, aggregates)
    {
        BeforeSave = contract.RefuseDuplicateAsync,
        AfterSave = (draft, cancellationToken) => RescheduleAsync(draft.Original, draft.Entity, cancellationToken),
    };

    /// <summary>Relations of which the viewer may see both ends.</summary>
    public Task<Page<RelationDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>The relations of a visible work package.</summary>
    public async Task<Page<RelationDto>> ListOfAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        return await OfAsync(workPackageId, query, cancellationToken);
    }

    /// <summary>The same for a work package that is known to be visible.</summary>
    internal Task<Page<RelationDto>> OfAsync(long workPackageId, CancellationToken cancellationToken) =>
        OfAsync(workPackageId, new CollectionQuery { Path = WorkPackageResource.Location.Of(workPackageId) + "/relations" }, cancellationToken);

    private Task<Page<RelationDto>> OfAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, reader.Visible(resource).Where(r => r.FromId == workPackageId || r.ToId == workPackageId), cancellationToken);

    /// <summary>How many visible relations of each kind a work package has that is known to be visible, as it reads them; only kinds that it has. One statement.</summary>
    public async Task<IReadOnlyList<(string Kind, int Count)>> CountsOfAsync(long workPackageId, CancellationToken cancellationToken)
    {
        var rows = reader.Visible(resource);
        var counted = await reader.Store.ListAsync(
            rows.Where(r => r.FromId == workPackageId).GroupBy(r => r.Type).Select(g => new { Type = g.Key, IsForwards = true, Count = g.Count() })
                .Concat(rows.Where(r => r.ToId == workPackageId).GroupBy(r => r.Type).Select(g => new { Type = g.Key, IsForwards = false, Count = g.Count() })),
            cancellationToken);
        return [.. counted.GroupBy(c => c.IsForwards ? RelationTerms.NameOf(c.Type) : RelationTerms.ReverseNameOf(c.Type)).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.Sum(c => c.Count)))];
    }

    /// <summary>One relation.</summary>
    public Task<Document<RelationDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Relates a visible work package to another one; leaves as a conflict when the two are related already.</summary>
    public async Task<Document<RelationDto>> CreateAsync(
        long workPackageId, ChangeSet<Relation, RelationDto> changes, CancellationToken cancellationToken)
    {
        await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        var id = 0L;
        await turn.WriteAsync(
            unitOfWork,
            async token => id = (await writer.CreateAsync(Writes, Relation.Draft(workPackageId), changes, token)).Id,
            cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<RelationDto>> UpdateAsync(long id, ChangeSet<Relation, RelationDto> changes, CancellationToken cancellationToken)
    {
        await turn.WriteAsync(unitOfWork, token => writer.UpdateAsync(Writes, id, changes, token), cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes a relation; leaves as forbidden for those who may not manage relations of its first end.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        await turn.WriteAsync(
            unitOfWork,
            async token =>
            {
                var (relation, row) = await writer.TakeAsync(Writes, id, token);
                if (!reader.Access.In(row.FromProjectId).Contains(Permission.ManageWorkPackageRelations))
                    throw new ProblemException(new Problem.Forbidden());
                aggregates.Remove(relation);
                await unitOfWork.SaveAsync(token);
                await RescheduleAsync(row, now: null, token);
            },
            cancellationToken);
    }

    // Whoever followed something before, or does so now, is placed anew.
    private async Task RescheduleAsync(RelationDto before, Relation? now, CancellationToken cancellationToken)
    {
        var waited = before is { Id: > 0, Type: RelationType.Follows } ? before.FromId : (long?)null;
        var waits = now is { Type: RelationType.Follows } ? now.FromId : (long?)null;
        await scheduling.RescheduleAsync(
            [.. new[] { waited, waits }.OfType<long>().Distinct().Select(id => new Unsettled(id, WithConditions: true))],
            schedule =>
            {
                if (waits is { } id && waits != waited)
                    schedule.FollowForTheFirstTime(id);
            },
            cancellationToken);
    }
}

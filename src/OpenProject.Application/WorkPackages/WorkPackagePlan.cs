using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>How work packages are written: beside the aggregate, its place in the tree, what its ancestors derive, and what moves with it.</summary>
public sealed class WorkPackagePlan(
    WorkPackageResource resource,
    WorkPackageContract contract,
    IAggregates<WorkPackage> aggregates,
    IWorkPackageTree tree,
    SchedulingService scheduling,
    RelocationService relocation,
    AttachmentClaimService claims)
{
    // What ancestors derive something from.
    private static readonly string[] Derived =
        ["startDate", "dueDate", "date", "duration", "ignoreNonWorkingDays", "estimatedTime", "remainingTime", "percentageDone", "status", "type", "project"];

    /// <summary>The plan.</summary>
    public WritePlan<WorkPackage, WorkPackageDto> Writes => new(resource, contract, aggregates) { AfterSave = AfterSaveAsync };

    private async Task AfterSaveAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var (entity, before) = (draft.Entity, draft.Original.ParentId);
        var isMoved = entity.ParentId != before;
        if (draft.IsNew)
            await tree.PlantAsync(entity.Id, entity.ParentId, cancellationToken);
        else if (isMoved)
            await tree.MoveAsync(entity.Id, entity.ParentId, cancellationToken);
        if (isMoved && before is { } left)
            await tree.DeriveUpwardsAsync([left], cancellationToken);
        if (isMoved || IsRedated(draft) || Array.Exists(Derived, draft.Changed))
            await DeriveAsync(entity, cancellationToken);
        if (!draft.IsNew && entity.ProjectId != draft.Original.ProjectId)
            await relocation.FollowAsync(draft, cancellationToken);
        await RescheduleAsync(draft, isMoved, cancellationToken);
        await claims.ClaimAsync(draft, cancellationToken);
    }

    private async Task DeriveAsync(WorkPackage entity, CancellationToken cancellationToken)
    {
        if (entity.ParentId is not null || entity.DerivedDueDate is not null || entity.DerivedEstimatedMinutes is not null)
            await tree.DeriveUpwardsAsync([entity.Id], cancellationToken);
    }

    private async Task RescheduleAsync(Draft<WorkPackage, WorkPackageDto> draft, bool isMoved, CancellationToken cancellationToken)
    {
        var (entity, parents) = (draft.Entity, new[] { draft.Original.ParentId, draft.Entity.ParentId });
        var isReplanned = isMoved || IsReplanned(draft);
        // A new one that stands alone has nothing to move.
        if (draft.IsNew ? !isMoved : !isReplanned && !IsRedated(draft))
            return;
        var changed = new List<Unsettled> { new(entity.Id, isReplanned) };
        if (isMoved)
            changed.AddRange(parents.OfType<long>().Select(id => new Unsettled(id, WithConditions: false)));
        await scheduling.RescheduleAsync(
            changed,
            schedule =>
            {
                if (isMoved && entity.ParentId is { } parentId)
                    schedule.SpanForTheFirstTime(parentId);
            },
            cancellationToken);
    }

    private static bool IsRedated(Draft<WorkPackage, WorkPackageDto> draft) =>
        (draft.Entity.StartDate, draft.Entity.DueDate, draft.Entity.DurationDays) != (draft.Original.StartDate, draft.Original.DueDate, draft.Original.DurationDays);

    private static bool IsReplanned(Draft<WorkPackage, WorkPackageDto> draft) =>
        (draft.Entity.ScheduleManually, draft.Entity.IgnoreNonWorkingDays, draft.Dto.TypeIsMilestone)
        != (draft.Original.ScheduleManually, draft.Original.IgnoreNonWorkingDays, draft.Original.TypeIsMilestone);
}

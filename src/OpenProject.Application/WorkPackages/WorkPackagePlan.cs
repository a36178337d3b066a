using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>How work packages are written: beside the aggregate, its place in the tree and what its ancestors derive.</summary>
public sealed class WorkPackagePlan(
    WorkPackageResource resource, WorkPackageContract contract, IAggregates<WorkPackage> aggregates, IWorkPackageTree tree)
{
    // What ancestors derive something from.
    private static readonly string[] Derived =
        ["startDate", "dueDate", "date", "duration", "ignoreNonWorkingDays", "estimatedTime", "remainingTime", "percentageDone", "status", "type"];

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
            await tree.DeriveUpwardsAsync(left, cancellationToken);
        if (isMoved || Array.Exists(Derived, draft.Changed))
            await DeriveAsync(entity, cancellationToken);
    }

    private async Task DeriveAsync(WorkPackage entity, CancellationToken cancellationToken)
    {
        if (entity.ParentId is not null || entity.DerivedDueDate is not null || entity.DerivedEstimatedMinutes is not null)
            await tree.DeriveUpwardsAsync(entity.Id, cancellationToken);
    }
}

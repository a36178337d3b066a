using OpenProject.Application.Common;
using OpenProject.Application.Relations;
using OpenProject.Application.Workflows;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Who may write work packages, what follows from what was sent, and which states are wrong.</summary>
public sealed class WorkPackageContract : Contract<WorkPackage, WorkPackageDto>
{
    private readonly IReadStore store;
    private readonly WorkPackagePolicy policy;
    private readonly WorkPackageDefaultService defaults;
    private readonly RelocationService relocation;
    private readonly WorkflowService workflows;
    private readonly PlacementService placement;
    private readonly DependencyService dependencies;

    /// <summary>Declares the rules.</summary>
    public WorkPackageContract(
        IReadStore store,
        WorkPackagePolicy policy,
        WorkPackageDefaultService defaults,
        RelocationService relocation,
        WorkflowService workflows,
        PlacementService placement,
        DependencyService dependencies)
    {
        (this.store, this.policy, this.defaults, this.relocation) = (store, policy, defaults, relocation);
        (this.workflows, this.placement, this.dependencies) = (workflows, placement, dependencies);
        MustAsync("type", TypeIsOfferedAsync, "Type is not set to one of the allowed values.");
        MustAsync("type", NoChildrenUnderMilestoneAsync, "Type cannot be changed to a milestone because the work package has children.");
        MustAsync("parent", WaitsNotForItselfAsync, "Parent cannot be a work package that waits for this one, or that this one waits for.");
        MustAsync("base", RestsWithItsVersionAsync, "A work package that is planned for a closed version cannot be reopened.");
    }

    /// <summary>Any of these lets one update some attribute.</summary>
    public static Permission[] UpdateAnyOf { get; } =
    [
        Catalogue.EditWorkPackages, Catalogue.ChangeWorkPackageStatus, Catalogue.AssignVersions, Catalogue.ManageSubtasks, Catalogue.MoveWorkPackages,
    ];

    private static PermissionSet Updaters { get; } = PermissionSet.Of(UpdateAnyOf);

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        if (!draft.IsNew)
            Allow(draft.Permissions.Overlaps(Updaters));
        else
            await AllowInAsync(draft, draft.Entity.ProjectId, Catalogue.AddWorkPackages, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task DeriveAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var isMilestone = draft.IsNew
            ? await defaults.SetAsync(draft, cancellationToken)
            : await FitAsync(draft, cancellationToken);
        var isSpanning = await placement.PlaceAsync(draft, isMilestone, cancellationToken);
        LeaveBehind(draft);
        await QueueAsync(draft.Entity, cancellationToken);
        draft.AfterMapping = dto => (dto.TypeIsMilestone, dto.IsSpanning) = (isMilestone, isSpanning);
        await SettleProgressAsync(draft, cancellationToken);
    }

    // Whether the type it shall have is a milestone, once project, type and status fit each other.
    private async Task<bool> FitAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var (entity, original) = (draft.Entity, draft.Original);
        entity.Touch(draft.Now);
        if (entity.ProjectId != original.ProjectId)
            await relocation.SettleAsync(draft, cancellationToken);
        if (entity.TypeId == original.TypeId)
            return original.TypeIsMilestone;
        var typeId = entity.TypeId;
        if (!draft.Changed("status"))
            entity.MoveTo((await workflows.StatusesOfAsync([typeId], cancellationToken)).Keep(typeId, entity.StatusId));
        return await store.AnyAsync(store.Rows<WorkPackageType>().Where(t => t.Id == typeId && t.IsMilestone), cancellationToken);
    }

    // Budgets, sprints and phases are of one project.
    private static void LeaveBehind(Draft<WorkPackage, WorkPackageDto> draft)
    {
        if (draft.IsNew || draft.Entity.ProjectId == draft.Original.ProjectId)
            return;
        if (!draft.Changed("budget"))
            draft.Entity.Fund(null);
        if (!draft.Changed("sprint"))
            draft.Entity.Join(null);
        if (!draft.Changed("projectPhase"))
            draft.Entity.Enter(null);
    }

    // Whoever joins a sprint stands last in it.
    private async Task QueueAsync(WorkPackage entity, CancellationToken cancellationToken)
    {
        if (entity is not { SprintId: { } sprintId, SprintPosition: null })
            return;
        var last = await store.FirstOrDefaultAsync(
            store.Rows<WorkPackage>().Where(w => w.SprintId == sprintId).OrderByDescending(w => w.SprintPosition).Select(w => w.SprintPosition), cancellationToken);
        entity.QueueAt((last ?? 0) + 1);
    }

    private async Task SettleProgressAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        if (!policy.StatusDecides)
        {
            draft.Attempt(draft.Entity.SettleProgress);
            return;
        }

        var statusId = draft.Entity.StatusId;
        draft.Entity.SettleProgress(await store.FirstOrDefaultAsync(
            store.Rows<Status>().Where(s => s.Id == statusId).Select(s => s.DefaultDoneRatio), cancellationToken));
    }

    private async Task<bool> TypeIsOfferedAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var (projectId, typeId) = (draft.Entity.ProjectId, draft.Entity.TypeId);
        // A type that was sent is judged as a link; one that was chosen here is one of the project's.
        if (projectId == draft.Original.ProjectId || projectId == 0 || typeId == 0 || draft.Changed("type") || draft.IsNew)
            return true;
        return await store.AnyAsync(
            store.Rows<Project>().Where(p => p.Id == projectId).SelectMany(p => p.Types).Where(t => t.TypeId == typeId), cancellationToken);
    }

    private async Task<bool> WaitsNotForItselfAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken) =>
        draft.IsNew || !draft.Changed("parent") || draft.Entity.ParentId is not { } parentId
        || draft.Errors.Any(e => e.Attribute == "parent")
        || !await dependencies.WaitsForItselfBelowAsync(draft.Entity.Id, parentId, cancellationToken);

    private async Task<bool> NoChildrenUnderMilestoneAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var id = draft.Entity.Id;
        return draft.IsNew || !draft.Dto.TypeIsMilestone || draft.Entity.TypeId == draft.Original.TypeId
            || !await store.AnyAsync(store.Rows<WorkPackage>().Where(w => w.ParentId == id), cancellationToken);
    }

    private async Task<bool> RestsWithItsVersionAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var (statusId, isPlannedAnew) = (draft.Entity.StatusId, draft.Entity.VersionId != draft.Original.VersionId);
        return draft.IsNew || isPlannedAnew || draft.Original is not { StatusIsClosed: true, VersionStatus: VersionStatus.Closed }
            || statusId == draft.Original.StatusId
            || await store.AnyAsync(store.Rows<Status>().Where(s => s.Id == statusId && s.IsClosed), cancellationToken);
    }
}

using OpenProject.Application.Common;
using OpenProject.Application.Relations;
using OpenProject.Application.WorkSchedule;
using OpenProject.Application.Writes;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkSchedule;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Who may write work packages, what follows from what was sent, and which states are wrong.</summary>
public sealed class WorkPackageContract : Contract<WorkPackage, WorkPackageDto>
{
    private readonly IReadStore store;
    private readonly CalendarService calendars;
    private readonly DependencyService dependencies;
    private readonly SchedulingService scheduling;

    /// <summary>Declares the rules.</summary>
    public WorkPackageContract(IReadStore store, CalendarService calendars, DependencyService dependencies, SchedulingService scheduling)
    {
        (this.store, this.calendars, this.dependencies, this.scheduling) = (store, calendars, dependencies, scheduling);
        MustAsync("type", TypeIsOfferedAsync, "Type is not set to one of the allowed values.");
        MustAsync("type", NoChildrenUnderMilestoneAsync, "Type cannot be changed to a milestone because the work package has children.");
        MustAsync("parent", WaitsNotForItselfAsync, "Parent cannot be a work package that waits for this one, or that this one waits for.");
        Must(
            "remainingTime",
            d => d.Entity.RemainingMinutes is not { } rest || d.Entity.EstimatedMinutes is not { } work || rest <= work,
            "Remaining work must not be greater than Work.");
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
        var isMilestone = (draft.IsNew ? await SetDefaultsAsync(draft, cancellationToken) : null) ?? await IsMilestoneAsync(draft, cancellationToken);
        var isSpanning = false;
        draft.AfterMapping = dto => (dto.TypeIsMilestone, dto.IsSpanning) = (isMilestone, isSpanning);
        if (!draft.IsNew)
            draft.Entity.Touch(draft.Now);
        var calendar = await calendars.GetAsync(cancellationToken);
        if (draft.Entity.ScheduleManually)
            await InheritDatesAsync(draft, isMilestone, cancellationToken);
        else
            isSpanning = await PlaceAsync(draft, calendar, isMilestone, cancellationToken);
        draft.Entity.SettleDates(calendar, isMilestone);
    }

    // Whether it spans children.
    private async Task<bool> PlaceAsync(Draft<WorkPackage, WorkPackageDto> draft, WorkingCalendar calendar, bool isMilestone, CancellationToken cancellationToken)
    {
        var entity = draft.Entity;
        var around = await scheduling.AroundAsync(entity, isMilestone, cancellationToken);
        if (around.HasChildren(entity.Id))
        {
            entity.Span([.. around.ChildrenOf(entity.Id)], calendar);
            return true;
        }

        if (around.Follows(entity.Id))
            entity.Begin(around.SoonestStart(entity.Id), calendar, isMilestone);
        else if (draft.Changed("scheduleManually"))
            draft.Refuse("scheduleManually", "Manual scheduling can only be turned off for work packages with predecessors or children.");
        else
            entity.PlanByHand(scheduleManually: true);
        return false;
    }

    // A new one below another lies where that does, as far as nobody says otherwise.
    private async Task InheritDatesAsync(Draft<WorkPackage, WorkPackageDto> draft, bool isMilestone, CancellationToken cancellationToken)
    {
        var (entity, parentId) = (draft.Entity, draft.Entity.ParentId);
        var (hasStart, hasDue) = (draft.Sent("startDate") || draft.Sent("date"), draft.Sent("dueDate") || draft.Sent("date"));
        if (!draft.IsNew || parentId is null || (hasStart && hasDue))
            return;
        var parent = await store.FirstOrDefaultAsync(
            store.Rows<WorkPackage>().Where(w => w.Id == parentId).Select(w => new { w.StartDate, w.DueDate }), cancellationToken);
        if (isMilestone && !hasStart && !hasDue)
            entity.HappenOn(parent?.StartDate);
        if (isMilestone)
            return;
        var isLong = draft.Sent("duration");
        if (!hasStart && !(hasDue && isLong) && parent?.StartDate is { } start && !((hasDue ? entity.DueDate : parent.DueDate) < start))
            entity.StartOn(start);
        if (!hasDue && !isLong && parent?.DueDate is { } due && !(entity.StartDate > due))
            entity.DueOn(due);
    }

    private async Task<bool> IsMilestoneAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var typeId = draft.Entity.TypeId;
        return typeId == draft.Original.TypeId
            ? draft.Original.TypeIsMilestone
            : await store.AnyAsync(store.Rows<WorkPackageType>().Where(t => t.Id == typeId && t.IsMilestone), cancellationToken);
    }

    // Whether the type is a milestone's, where the type is chosen here too; null where the request chose it.
    private async Task<bool?> SetDefaultsAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var entity = draft.Entity;
        var projectId = entity.ProjectId;
        var defaults = await store.FirstOrDefaultAsync(
            store.Rows<Status>().Where(s => s.IsDefault).Select(s => new
            {
                StatusId = s.Id,
                PriorityId = store.Rows<Priority>().Where(p => p.IsDefault && p.IsActive).Select(p => p.Id).FirstOrDefault(),
                TypeId = store.Rows<Project>().Where(p => p.Id == projectId).SelectMany(p => p.Types)
                    .OrderBy(t => t.Type.Position).Select(t => t.TypeId).FirstOrDefault(),
                IsMilestone = store.Rows<Project>().Where(p => p.Id == projectId).SelectMany(p => p.Types)
                    .OrderBy(t => t.Type.Position).Select(t => t.Type.IsMilestone).FirstOrDefault(),
            }),
            cancellationToken);
        if (defaults is null)
            return null;
        if (entity.StatusId == 0)
            entity.MoveTo(defaults.StatusId);
        if (entity.PriorityId == 0)
            entity.Prioritize(defaults.PriorityId);
        if (entity.TypeId != 0 || defaults.TypeId == 0)
            return null;
        entity.BecomeType(defaults.TypeId);
        return defaults.IsMilestone;
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
        return draft.IsNew || !draft.Dto.TypeIsMilestone || !draft.Changed("type")
            || !await store.AnyAsync(store.Rows<WorkPackage>().Where(w => w.ParentId == id), cancellationToken);
    }
}

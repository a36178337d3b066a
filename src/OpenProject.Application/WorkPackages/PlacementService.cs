using OpenProject.Application.Common;
using OpenProject.Application.WorkSchedule;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkPackages;

/// <summary>Decides when a work package that is written happens: as people say, or as its children and predecessors do.</summary>
public sealed class PlacementService(IReadStore store, CalendarService calendars, SchedulingService scheduling)
{
    /// <summary>Settles the dates of a draft.</summary>
    /// <param name="draft">The draft, with the type it shall have.</param>
    /// <param name="isMilestone">Whether that type is a milestone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it spans children, so that nobody sets its dates.</returns>
    public async Task<bool> PlaceAsync(Draft<WorkPackage, WorkPackageDto> draft, bool isMilestone, CancellationToken cancellationToken)
    {
        var calendar = await calendars.GetAsync(cancellationToken);
        var (isSpanning, isRefused) = (false, false);
        if (draft.Entity.ScheduleManually)
            await InheritAsync(draft, isMilestone, cancellationToken);
        else
            (isSpanning, isRefused) = await ScheduleAsync(draft, calendar, isMilestone, cancellationToken);
        if (!isRefused)
            draft.Attempt(() => draft.Entity.SettleDates(calendar, isMilestone));
        return isSpanning;
    }

    private async Task<(bool IsSpanning, bool IsRefused)> ScheduleAsync(Draft<WorkPackage, WorkPackageDto> draft, WorkingCalendar calendar, bool isMilestone, CancellationToken cancellationToken)
    {
        var entity = draft.Entity;
        var around = await scheduling.AroundAsync(entity, isMilestone, cancellationToken);
        if (around.HasChildren(entity.Id))
        {
            entity.Span([.. around.ChildrenOf(entity.Id)], calendar);
            return (IsSpanning: true, IsRefused: false);
        }

        if (around.Follows(entity.Id))
            return (IsSpanning: false, IsRefused: !draft.Attempt(() => entity.Begin(around.SoonestStart(entity.Id), calendar, isMilestone)));
        if (draft.Changed("scheduleManually"))
            draft.Refuse("scheduleManually", "Manual scheduling can only be turned off for work packages with predecessors or children.");
        else
            entity.PlanByHand(scheduleManually: true);
        return (IsSpanning: false, IsRefused: false);
    }

    // A new one below another lies where that does, as far as nobody says otherwise.
    private async Task InheritAsync(Draft<WorkPackage, WorkPackageDto> draft, bool isMilestone, CancellationToken cancellationToken)
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
}

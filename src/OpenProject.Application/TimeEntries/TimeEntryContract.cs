using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.TimeEntries;

/// <summary>Who may book and change time, and which entries are wrong.</summary>
public sealed class TimeEntryContract : Contract<TimeEntry, TimeEntryDto>
{
    private readonly IReadStore store;
    private readonly TimeEntryPolicy policy;

    /// <summary>Declares the rules.</summary>
    public TimeEntryContract(IReadStore store, TimeEntryPolicy policy)
    {
        (this.store, this.policy) = (store, policy);
        // Hours which were refused are told of once.
        Must("hours", d => d.Entity.Minutes is not null || d.Entity.Ongoing || d.Errors.Any(e => e.Attribute == "hours"), "Hours can't be blank.");
        Must("startTime", d => d.Entity.BeginsOnItsDay, "Start time must be on the day that the time is booked on.");
        Must("ongoing", d => !d.Entity.Ongoing || d.Entity.UserId == d.Access.Viewer.UserId, "Ongoing time is one's own.");
        MustAsync("ongoing", IsTheOnlyOneAsync, "Ongoing time is there already: end it before.");
        MustAsync("entity", IsInProjectAsync, "Work package is invalid.");
    }

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<TimeEntry, TimeEntryDto> draft, CancellationToken cancellationToken)
    {
        var me = draft.Access.Viewer.UserId;
        if (!draft.IsNew)
        {
            Allow(TimeEntryRights.MayEdit(draft.Original, me, draft.Permissions));
            return;
        }

        Allow(!draft.Access.Viewer.IsAnonymous);
        await FollowWorkPackageAsync(draft, cancellationToken);
        if (!draft.Permissions.Overlaps(TimeEntryRights.Logging))
            await AllowInAsync(draft, draft.Entity.ProjectId, await AnyAsync(draft), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task DeriveAsync(Draft<TimeEntry, TimeEntryDto> draft, CancellationToken cancellationToken)
    {
        var entry = draft.Entity;
        if (!draft.IsNew && (draft.Changed("entity") || draft.Changed("workPackage")))
            await FollowWorkPackageAsync(draft, cancellationToken);
        if (entry.ActivityId == 0)
            entry.Classify(await store.FirstOrDefaultAsync(store.Rows<TimeEntriesActivity>().Where(a => a.IsDefault && a.IsActive).Select(a => a.Id), cancellationToken));
        if (draft.IsNew && entry is { Ongoing: true, SpentOn: null })
            entry.BookOn(DateOnly.FromDateTime(draft.Now));
        SettleStart(draft);
    }

    // What goes on has begun now, unless the request says otherwise. A day without a time of its own takes the time of day along.
    private void SettleStart(Draft<TimeEntry, TimeEntryDto> draft)
    {
        var entry = draft.Entity;
        if (draft.IsNew && policy.TracksTimes && entry.Ongoing && !draft.Sent("startTime"))
            entry.BeginAt(draft.Now.AddTicks(-(draft.Now.Ticks % TimeSpan.TicksPerMinute)));
        if (draft.IsNew && entry is { SpentOn: null, StartedAt: { } start } && !draft.Sent("spentOn"))
            entry.BookOn(DateOnly.FromDateTime(start));
        if (!draft.Changed("startTime") && draft.Original.SpentOn is { } before && draft.Changed("spentOn"))
            entry.MoveFrom(before);
    }

    // Which of the two opens the door where neither is held in the project: whichever is held anywhere.
    private static async Task<Domain.Roles.Permission> AnyAsync(Draft<TimeEntry, TimeEntryDto> draft) =>
        await draft.Access.AnywhereAsync(Permission.LogTime) ? Permission.LogTime : Permission.LogOwnTime;

    // Time is booked where the work package is, unless the request says otherwise.
    private async Task FollowWorkPackageAsync(Draft<TimeEntry, TimeEntryDto> draft, CancellationToken cancellationToken)
    {
        if (draft.Entity.WorkPackageId is not { } workPackageId || draft.Changed("project"))
            return;
        var visible = draft.Access.ProjectsWith(Permission.ViewWorkPackages);
        var projectId = await store.FirstOrDefaultAsync(
            store.Rows<WorkPackage>().Where(w => w.Id == workPackageId && visible.Contains(w.ProjectId)).Select(w => w.ProjectId), cancellationToken);
        if (projectId == 0)
            return;
        draft.Entity.BookIn(projectId);
        draft.Permissions = (await draft.Access.GlobalAsync()).Union(await draft.Access.InProjectAsync(projectId));
    }

    private async Task<bool> IsTheOnlyOneAsync(Draft<TimeEntry, TimeEntryDto> draft, CancellationToken cancellationToken)
    {
        var (id, userId) = (draft.Entity.Id, draft.Entity.UserId);
        return !draft.Entity.Ongoing || userId != draft.Access.Viewer.UserId || !await store.AnyAsync(store.Rows<TimeEntry>().Where(t => t.Ongoing && t.UserId == userId && t.Id != id), cancellationToken);
    }

    private async Task<bool> IsInProjectAsync(Draft<TimeEntry, TimeEntryDto> draft, CancellationToken cancellationToken)
    {
        var (workPackageId, projectId) = (draft.Entity.WorkPackageId, draft.Entity.ProjectId);
        // What was right stays right, wherever the work package has gone since.
        if (workPackageId is null || projectId == 0 || (workPackageId == draft.Original.WorkPackageId && projectId == draft.Original.ProjectId))
            return true;
        return await store.AnyAsync(store.Rows<WorkPackage>().Where(w => w.Id == workPackageId && w.ProjectId == projectId), cancellationToken);
    }
}

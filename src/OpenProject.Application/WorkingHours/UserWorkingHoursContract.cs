using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkingHours;

namespace OpenProject.Application.WorkingHours;

/// <summary>Who may write working hours, and which are wrong.</summary>
public sealed class UserWorkingHoursContract : Contract<UserWorkingHours, UserWorkingHoursDto>
{
    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public UserWorkingHoursContract(IReadStore store)
    {
        this.store = store;
        Must("base", d => d.IsNew || d.Original.ValidFrom > DateOnly.FromDateTime(d.Now), "Working hours that have taken effect cannot be changed.");
        MustAsync("validFrom", IsFreeAsync, "Valid from has already been taken.");
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<UserWorkingHours, UserWorkingHoursDto> draft, CancellationToken cancellationToken)
    {
        Allow(WorkingTimeService.MayManage(draft.Access, draft.Entity.UserId));
        return Task.CompletedTask;
    }

    private async Task<bool> IsFreeAsync(Draft<UserWorkingHours, UserWorkingHoursDto> draft, CancellationToken cancellationToken)
    {
        var (id, userId, day) = (draft.Entity.Id, draft.Entity.UserId, draft.Entity.ValidFrom);
        return day == draft.Original.ValidFrom
            || !await store.AnyAsync(store.Rows<UserWorkingHours>().Where(h => h.UserId == userId && h.ValidFrom == day && h.Id != id), cancellationToken);
    }
}

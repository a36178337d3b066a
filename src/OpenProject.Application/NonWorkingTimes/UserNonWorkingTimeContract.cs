using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.NonWorkingTimes;

namespace OpenProject.Application.NonWorkingTimes;

/// <summary>Who may write non-working times, and which are wrong.</summary>
public sealed class UserNonWorkingTimeContract : Contract<UserNonWorkingTime, UserNonWorkingTimeDto>
{
    /// <summary>What is said of one that overlaps with another.</summary>
    public const string Overlap = "Non-working time overlaps with another one of the user.";

    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public UserNonWorkingTimeContract(IReadStore store)
    {
        this.store = store;
        Must("endDate", d => !(d.Entity.EndDate < d.Entity.StartDate), "End date must be greater than or equal to start date.");
        MustAsync("base", IsApartAsync, Overlap);
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<UserNonWorkingTime, UserNonWorkingTimeDto> draft, CancellationToken cancellationToken)
    {
        Allow(WorkingTimeService.MayManage(draft.Access, draft.Entity.UserId));
        return Task.CompletedTask;
    }

    /// <summary>Whether it has no day in common with another one of the user's.</summary>
    internal async Task<bool> IsApartAsync(Draft<UserNonWorkingTime, UserNonWorkingTimeDto> draft, CancellationToken cancellationToken)
    {
        var (id, userId, start, end) = (draft.Entity.Id, draft.Entity.UserId, draft.Entity.StartDate, draft.Entity.EndDate);
        return start > end
            || !await store.AnyAsync(
                store.Rows<UserNonWorkingTime>().Where(t => t.UserId == userId && t.Id != id && t.StartDate <= end && t.EndDate >= start), cancellationToken);
    }
}

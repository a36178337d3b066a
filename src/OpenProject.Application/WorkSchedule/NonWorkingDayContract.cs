using OpenProject.Application.Writes;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Administrators say which days are free.</summary>
public sealed class NonWorkingDayContract : Contract<NonWorkingDay, NonWorkingDayDto>
{
    /// <summary>Declares the rules.</summary>
    public NonWorkingDayContract() => Must("date", d => d.Entity.Date != default, "Date can't be blank.");

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<NonWorkingDay, NonWorkingDayDto> draft, CancellationToken cancellationToken)
    {
        Allow(draft.Access.Viewer.IsAdmin);
        return Task.CompletedTask;
    }
}

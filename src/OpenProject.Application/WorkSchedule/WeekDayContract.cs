using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Administrators say which days of the week are worked on; one is.</summary>
public sealed class WeekDayContract : Contract<WeekDay, WeekDayDto>
{
    /// <summary>What is told when none would be left.</summary>
    public const string NoneLeft = "At least one day of the week must be worked on.";

    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public WeekDayContract(IReadStore store)
    {
        this.store = store;
        MustAsync("working", AnyIsLeftAsync, NoneLeft);
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<WeekDay, WeekDayDto> draft, CancellationToken cancellationToken)
    {
        Allow(draft.Access.Viewer.IsAdmin);
        return Task.CompletedTask;
    }

    private async Task<bool> AnyIsLeftAsync(Draft<WeekDay, WeekDayDto> draft, CancellationToken cancellationToken)
    {
        var id = draft.Entity.Id;
        return draft.Entity.Working || await store.AnyAsync(store.Rows<WeekDay>().Where(d => d.Id != id && d.Working), cancellationToken);
    }
}

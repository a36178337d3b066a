using OpenProject.Application.Writes;
using OpenProject.Domain.Reminders;

namespace OpenProject.Application.Reminders;

/// <summary>Reminders are one's own; whoever finds one may write it.</summary>
public sealed class ReminderContract : Contract<Reminder, ReminderDto>
{
    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<Reminder, ReminderDto> draft, CancellationToken cancellationToken) => Task.CompletedTask;
}

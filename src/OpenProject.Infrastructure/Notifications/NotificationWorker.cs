using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Notifications;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Notifications;

/// <summary>Tells people every second what has happened, and what they wanted to be reminded of. Any number of servers may.</summary>
internal sealed class NotificationWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NotificationWorker> logger)
    : PeriodicWork(TimeSpan.FromSeconds(1), scopes, clock, logger)
{
    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<NotificationDispatchService>().TellAllAsync(cancellationToken);
        await services.GetRequiredService<ReminderDispatchService>().RemindAllAsync(cancellationToken);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Notifications;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Notifications;

/// <summary>Tells of dates every ten minutes; of each once a day, so it does not matter how many servers do, nor when the first one starts.</summary>
internal sealed class DateAlertWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DateAlertWorker> logger)
    : PeriodicWork(TimeSpan.FromMinutes(10), scopes, clock, logger)
{
    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DateAlertService>().AlertAsync(cancellationToken);
}

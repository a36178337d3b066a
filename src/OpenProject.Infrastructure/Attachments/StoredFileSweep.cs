using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Attachments;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Sweeps every ten minutes. Any number of servers may.</summary>
internal sealed class StoredFileSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StoredFileSweep> logger)
    : PeriodicWork(TimeSpan.FromMinutes(10), scopes, clock, logger)
{
    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IStoredFiles>().SweepAsync(cancellationToken);
}

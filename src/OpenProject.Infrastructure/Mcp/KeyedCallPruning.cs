using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Domain.Mcp;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Mcp;

/// <summary>Forgets calls that answer no longer.</summary>
internal sealed class KeyedCallPruning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyedCallPruning> logger)
    : PeriodicWork(Pause, scopes, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // Not at once: who calls again just now replaces it himself.
        var limit = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - KeyedCall.KeptFor - Pause;
        var over = services.GetRequiredService<OpenProjectDbContext>().Set<KeyedCall>().Where(call => call.CreatedAt <= limit);
        return services.GetRequiredService<IUnitOfWork>().InTransactionAsync(over.ExecuteDeleteAsync, cancellationToken);
    }
}

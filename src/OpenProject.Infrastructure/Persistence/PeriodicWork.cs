using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Work that each server does again and again, in a scope of its own. What fails is logged and tried at the next time.</summary>
/// <param name="pause">How long it rests between.</param>
/// <param name="scopes">Makes the scopes.</param>
/// <param name="clock">Tells when.</param>
/// <param name="logger">Is told of failures.</param>
internal abstract partial class PeriodicWork(TimeSpan pause, IServiceScopeFactory scopes, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>Stands before queries that are asked again and again, so that whoever looks at what a server asks tells them from those of requests.</summary>
    public const string QueryTag = "Periodic work";

    /// <summary>Does it once.</summary>
    protected abstract Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(pause, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end. A host whose start was refused comes here without stopping first, and would take it for a failure.
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await WorkAsync(scope.ServiceProvider, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            NotDone(logger, GetType().Name, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed; it is tried again.")]
    private static partial void NotDone(ILogger logger, string work, Exception exception);
}

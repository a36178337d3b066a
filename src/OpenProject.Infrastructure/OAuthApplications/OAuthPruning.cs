using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenProject.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;
using States = OpenIddict.Abstractions.OpenIddictConstants.Statuses;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>
/// Removes codes and tokens that no longer work, some time after: a spent refresh token that comes again is known as stolen
/// as long as its row is there.
/// </summary>
internal sealed partial class OAuthPruning(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock, ILogger<OAuthPruning> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Removes what is over and old at that time, UTC; and the sign-ins that have nothing left.</summary>
    public static async Task PruneAsync(OpenProjectDbContext context, DateTime now, CancellationToken cancellationToken)
    {
        var limit = now - Kept;
        await context.Set<OAuthToken>()
            .Where(token => token.CreationDate < limit && (token.Status != States.Valid || token.ExpirationDate < now))
            .ExecuteDeleteAsync(cancellationToken);
        await context.Set<OAuthAuthorization>()
            .Where(row => row.CreationDate < limit && (row.Type == AuthorizationTypes.AdHoc || row.Status != States.Valid) && !row.Tokens.Any())
            .ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PruneAgainAndAgainAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end. A host whose start was refused comes here without stopping first, and would take it for a failure.
        }
    }

    private async Task PruneAgainAndAgainAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                using var turn = await gate.EnterAsync(stoppingToken);
                await PruneAsync(scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>(), clock.GetUtcNow().UtcDateTime, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                NotPruned(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "OAuth tokens that no longer work could not be removed.")]
    private static partial void NotPruned(ILogger logger, Exception exception);
}

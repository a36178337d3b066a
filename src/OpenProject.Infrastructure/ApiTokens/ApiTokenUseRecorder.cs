using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenProject.Application.ApiTokens;
using OpenProject.Domain.ApiTokens;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.ApiTokens;

/// <summary>
/// Stores uses one after the other, off the requests. A token that waits to be stored is not queued again, so the queue
/// is never longer than there are tokens.
/// </summary>
internal sealed partial class ApiTokenUseRecorder(IServiceScopeFactory scopes, WriteGate gate, ILogger<ApiTokenUseRecorder> logger)
    : BackgroundService, IApiTokenUses
{
    private readonly ConcurrentDictionary<long, DateTime> waiting = [];
    private readonly Channel<long> queue = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });

    public void Note(long tokenId, DateTime usedAt)
    {
        if (waiting.TryAdd(tokenId, usedAt))
            queue.Writer.TryWrite(tokenId);
    }

    // What was noted before is still stored; the host's shutdown timeout bounds the wait.
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StoreAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end. A host whose start was refused comes here without stopping first, and would take it for a failure.
        }
    }

    private async Task StoreAllAsync(CancellationToken stoppingToken)
    {
        await foreach (var tokenId in queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (!waiting.TryGetValue(tokenId, out var usedAt))
                continue;
            try
            {
                await StoreAsync(tokenId, usedAt, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                NotStored(logger, tokenId, exception);
            }
            finally
            {
                waiting.TryRemove(tokenId, out _);
            }
        }
    }

    private async Task StoreAsync(long tokenId, DateTime usedAt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();
        var before = usedAt - ApiToken.UseResolution;
        using var turn = await gate.EnterAsync(cancellationToken);
        await context.Set<ApiToken>()
            .Where(token => token.Id == tokenId && (token.LastUsedAt == null || token.LastUsedAt <= before))
            .ExecuteUpdateAsync(token => token.SetProperty(t => t.LastUsedAt, usedAt), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The use of API token {TokenId} could not be stored.")]
    private static partial void NotStored(ILogger logger, long tokenId, Exception exception);
}

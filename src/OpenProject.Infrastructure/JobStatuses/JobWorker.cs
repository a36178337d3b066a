using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Application.JobStatuses;
using OpenProject.Domain.JobStatuses;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.JobStatuses;

/// <summary>Does jobs, one after the other. Any number of servers may; what one of them leaves lying another takes up.</summary>
internal sealed partial class JobWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobWorker> logger)
    : PeriodicWork(TimeSpan.FromSeconds(1), scopes, clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly IServiceScopeFactory scopes = scopes;
    private readonly TimeProvider clock = clock;

    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var turns = services.GetRequiredService<IJobTurns>();
        while (await turns.TakeAsync(cancellationToken) is { } turn)
            await DoAsync(turn, turns, cancellationToken);
    }

    private async Task DoAsync(JobTurn turn, IJobTurns turns, CancellationToken cancellationToken)
    {
        try
        {
            if (await RunAsync(turn, cancellationToken) is { } end)
                await turns.EndAsync(turn, end, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            NotDone(logger, turn.Id, turn.Attempt, exception);
            await turns.GiveBackAsync(turn, Pause, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops; another one, or this one when it is back, does it from the beginning, without waiting for the lease to end.
            await turns.GiveBackAsync(turn, TimeSpan.Zero, CancellationToken.None);
            throw;
        }
    }

    // In a scope of its own, which acts as whoever asked for it.
    private async Task<JobEnd?> RunAsync(JobTurn turn, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepAsync(turn, held, done.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<JobRunService>().RunAsync(turn, held.Token);
        }
        finally
        {
            await done.CancelAsync();
            await keeping;
        }
    }

    // A server that has lost the job stops at once: another one does it. One that cannot say that it has it tries again.
    private async Task KeepAsync(JobTurn turn, CancellationTokenSource held, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Job.Lease / 3, clock);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (!await IsKeptAsync(turn, cancellationToken))
                {
                    await held.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The job has ended.
        }
    }

    private async Task<bool> IsKeptAsync(JobTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IJobTurns>().KeepAsync(turn, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            NotKept(logger, turn.Id, exception);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} failed at attempt {Attempt}.")]
    private static partial void NotDone(ILogger logger, long jobId, int attempt, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} could not be kept.")]
    private static partial void NotKept(ILogger logger, long jobId, Exception exception);
}

using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.JobStatuses;
using OpenProject.Domain.JobStatuses;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.JobStatuses;

/// <summary>
/// The queue over the table <c>jobs</c>. Each step is one statement with its condition in it, so of several servers one has
/// a job. The number of the attempt tells whether a server still has what it took.
/// </summary>
internal sealed class JobTurns(OpenProjectDbContext context, IUnitOfWork unitOfWork, TimeProvider clock) : IJobTurns
{
    private const string GivenUp = "The server could not do it.";

    private DbSet<Job> Jobs => context.Set<Job>();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<JobTurn?> TakeAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var waiting = Jobs.Where(j => j.State == JobState.InQueue || (j.State == JobState.InProcess && j.LeasedUntil < now));
        while (await waiting.OrderBy(j => j.Id).TagWith(PeriodicWork.QueryTag).FirstOrDefaultAsync(cancellationToken) is { } next)
        {
            var known = waiting.Where(j => j.Id == next.Id && j.Attempts == next.Attempts);
            var until = now + Job.Lease;
            var isOver = next.Attempts >= Job.MostAttempts;
            var taken = 0;
            await unitOfWork.InTransactionAsync(
                async token => taken = isOver
                    ? await EndAsync(known, new JobEnd(JobState.Error, GivenUp), token)
                    : await known.ExecuteUpdateAsync(
                        set => set.SetProperty(j => j.State, JobState.InProcess).SetProperty(j => j.LeasedUntil, until)
                            .SetProperty(j => j.Attempts, j => j.Attempts + 1).SetProperty(j => j.UpdatedAt, now),
                        token),
                cancellationToken);
            if (taken == 1 && !isOver)
                return new JobTurn(next.Id, next.Attempts + 1, next.Kind, next.UserId, next.Input);
        }

        return null;
    }

    public async Task<bool> KeepAsync(JobTurn turn, CancellationToken cancellationToken)
    {
        var until = Now + Job.Lease;
        return await UpdateAsync(token => Held(turn).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until), token), cancellationToken);
    }

    public Task GiveBackAsync(JobTurn turn, TimeSpan pause, CancellationToken cancellationToken)
    {
        var until = Now + pause;
        return UpdateAsync(
            token => turn.Attempt >= Job.MostAttempts
                ? EndAsync(Held(turn), new JobEnd(JobState.Error, GivenUp), token)
                : Held(turn).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until), token),
            cancellationToken);
    }

    public Task<bool> EndAsync(JobTurn turn, JobEnd end, CancellationToken cancellationToken) =>
        UpdateAsync(token => EndAsync(Held(turn), end, token), cancellationToken);

    private IQueryable<Job> Held(JobTurn turn) => Jobs.Where(j => j.Id == turn.Id && j.State == JobState.InProcess && j.Attempts == turn.Attempt);

    private Task<int> EndAsync(IQueryable<Job> jobs, JobEnd end, CancellationToken cancellationToken)
    {
        var (now, message) = (Now, end.Message.Length > Job.MessageLimit ? end.Message[..Job.MessageLimit] : end.Message);
        return jobs.ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, end.State).SetProperty(j => j.Message, message).SetProperty(j => j.ProjectId, end.ProjectId).SetProperty(j => j.UpdatedAt, now),
            cancellationToken);
    }

    private async Task<bool> UpdateAsync(Func<CancellationToken, Task<int>> update, CancellationToken cancellationToken)
    {
        var changed = 0;
        await unitOfWork.InTransactionAsync(async token => changed = await update(token), cancellationToken);
        return changed == 1;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.JobStatuses;
using OpenProject.Domain.JobStatuses;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.JobStatuses;

/// <summary>A server that works on a job says so again and again, and stops when another one has it.</summary>
public sealed class LostLeaseTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    [Test]
    public async Task Who_cannot_say_it_once_goes_on_and_who_has_lost_the_job_stops()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        var (turns, work) = (new Answers(), new Endless());
        using var server = new ApiServer
        {
            TestServices = services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.RemoveAll<IJobWork>().AddSingleton<IJobWork>(work);
                services.Replace(ServiceDescriptor.Scoped<IJobTurns>(scope => new Watched(
                    (IJobTurns)ActivatorUtilities.CreateInstance(scope, typeof(DatabaseProvider).Assembly.GetType("OpenProject.Infrastructure.JobStatuses.JobTurns")!), turns)));
            },
        };
        using var client = server.Client();
        await client.PostJsonAsync("/api/v3/projects/demo-project/copy", new { name = "Endless" });

        Assert.That(await ComesAsync(work.Begun, clock, TimeSpan.FromSeconds(1)), Is.True);
        Assert.That(await ComesAsync(work.Stopped, clock, Job.Lease / 3), Is.True);
        Assert.That(turns.Asked, Is.EqualTo(3), "A fault, a yes and a no.");
    }

    private static async Task<bool> ComesAsync(Task task, FakeTimeProvider clock, TimeSpan step)
    {
        for (var count = 0; count < 200 && !task.IsCompleted; count++)
        {
            clock.Advance(step);
            await Task.WhenAny(task, Task.Delay(Moment));
        }

        return task.IsCompleted;
    }

    private sealed class Answers
    {
        public int Asked { get; private set; }

        public bool Next() => ++Asked switch
        {
            1 => throw new IOException("The database is busy."),
            2 => true,
            _ => false,
        };
    }

    private sealed class Watched(IJobTurns turns, Answers answers) : IJobTurns
    {
        public Task<JobTurn?> TakeAsync(CancellationToken cancellationToken) => turns.TakeAsync(cancellationToken);

        public Task<bool> KeepAsync(JobTurn turn, CancellationToken cancellationToken) => Task.FromResult(answers.Next());

        public Task GiveBackAsync(JobTurn turn, TimeSpan pause, CancellationToken cancellationToken) => turns.GiveBackAsync(turn, TimeSpan.FromDays(1), cancellationToken);

        public Task<bool> EndAsync(JobTurn turn, JobEnd end, CancellationToken cancellationToken) => turns.EndAsync(turn, end, cancellationToken);
    }

    private sealed class Endless : IJobWork
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public Task Stopped => stopped.Task;

        public JobKind Kind => JobKind.ProjectCopy;

        public async Task<JobEnd> DoAsync(string input, CancellationToken cancellationToken)
        {
            begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                stopped.TrySetResult();
            }

            return new JobEnd(JobState.Success, "Never.");
        }
    }
}

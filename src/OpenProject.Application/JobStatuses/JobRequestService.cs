using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.JobStatuses;

namespace OpenProject.Application.JobStatuses;

/// <summary>Takes the jobs that the viewer asks for, as long as not too many of his have still to be done: the queue is everybody's.</summary>
public sealed class JobRequestService(ResourceReader reader, IAggregates<Job> jobs, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Puts one into the queue.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="input">What is asked for, JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its UUID.</returns>
    /// <exception cref="ProblemException">Too many are waiting: <see cref="Problem.Unprocessable"/>.</exception>
    public async Task<string> AskAsync(JobKind kind, string input, CancellationToken cancellationToken)
    {
        var userId = reader.Access.Viewer.UserId;
        var job = Job.Ask(kind, userId, input, clock.GetUtcNow().UtcDateTime);
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                var waiting = reader.Store.Rows<Job>().Where(j => j.UserId == userId && (j.State == JobState.InQueue || j.State == JobState.InProcess));
                if (await reader.Store.CountAsync(waiting, token) >= Job.MostOfUser)
                    throw new ProblemException(new Problem.Unprocessable($"{Job.MostOfUser} jobs of yours have still to be done. Try again when one of them is."));
                jobs.Add(job);
                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        return job.Uuid;
    }
}

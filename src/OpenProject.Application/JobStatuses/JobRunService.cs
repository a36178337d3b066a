using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Users;
using OpenProject.Domain.JobStatuses;

namespace OpenProject.Application.JobStatuses;

/// <summary>Runs one job in a scope of its own.</summary>
public sealed class JobRunService(
    IEnumerable<IJobWork> works, IJobTurns turns, ActiveViewerService viewers, CurrentViewer current, CustomFieldRefreshService fields, IUnitOfWork unitOfWork)
{
    /// <summary>Does what the job asks for and notes its end together with it, or nothing. Returns how it has to be ended by the caller; null where it is.</summary>
    /// <exception cref="InvalidOperationException">Another server has it by now; nothing is stored.</exception>
    public async Task<JobEnd?> RunAsync(JobTurn turn, CancellationToken cancellationToken)
    {
        if (await viewers.FindAsync(turn.UserId, cancellationToken) is not { } viewer)
            return new JobEnd(JobState.Failure, "Who asked for it may not act any more.");
        current.Set(viewer);
        await fields.RefreshAsync(cancellationToken);
        var work = works.Single(w => w.Kind == turn.Kind);
        try
        {
            await unitOfWork.InTransactionAsync(
                async token =>
                {
                    var end = await work.DoAsync(turn.Input, token);
                    if (!await turns.EndAsync(turn, end, token))
                        throw new InvalidOperationException($"Job {turn.Id} was taken over by another server.");
                },
                cancellationToken);
            return null;
        }
        catch (ProblemException refused) when (SentenceOf(refused.Problem) is not null)
        {
            return new JobEnd(JobState.Failure, SentenceOf(refused.Problem)!);
        }
    }

    // What another attempt may do better is no refusal.
    private static string? SentenceOf(Problem problem) => problem switch
    {
        Problem.Invalid invalid => string.Join(' ', invalid.Errors.Select(e => e.Message)),
        Problem.NotFound => "What it is about does not exist, or may not be seen any more.",
        Problem.Forbidden => "It is not allowed any more.",
        _ => null,
    };
}

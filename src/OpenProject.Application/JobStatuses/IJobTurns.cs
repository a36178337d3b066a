namespace OpenProject.Application.JobStatuses;

/// <summary>The queue of jobs: which server has which.</summary>
public interface IJobTurns
{
    /// <summary>Takes the job that has waited longest, or one that whoever took it has left lying; null when there is none.</summary>
    Task<JobTurn?> TakeAsync(CancellationToken cancellationToken);

    /// <summary>Says that one still works on it; false when another server has it by now.</summary>
    Task<bool> KeepAsync(JobTurn turn, CancellationToken cancellationToken);

    /// <summary>Gives it back, to be tried again after a pause, or for good when it has been tried often enough.</summary>
    Task GiveBackAsync(JobTurn turn, TimeSpan pause, CancellationToken cancellationToken);

    /// <summary>Ends it, in the caller's transaction where there is one; false, and nothing is noted, when another server has it by now.</summary>
    Task<bool> EndAsync(JobTurn turn, JobEnd end, CancellationToken cancellationToken);
}

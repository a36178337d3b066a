namespace OpenProject.Domain.JobStatuses;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Nobody has taken it yet.</summary>
    InQueue,

    /// <summary>A server works on it.</summary>
    InProcess,

    /// <summary>It is done.</summary>
    Success,

    /// <summary>It was refused: what was asked for cannot be.</summary>
    Failure,

    /// <summary>The server could not do it.</summary>
    Error,
}

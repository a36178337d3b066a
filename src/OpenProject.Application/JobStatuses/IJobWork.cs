using OpenProject.Domain.JobStatuses;

namespace OpenProject.Application.JobStatuses;

/// <summary>Does jobs of one kind.</summary>
public interface IJobWork
{
    /// <summary>The kind.</summary>
    JobKind Kind { get; }

    /// <summary>
    /// Does one, as the viewer of the scope and in a transaction that ends with the job: what it does is there once or not at
    /// all, whatever happens to the server. Leaves as <see cref="Common.ProblemException"/> what cannot be.
    /// </summary>
    Task<JobEnd> DoAsync(string input, CancellationToken cancellationToken);
}

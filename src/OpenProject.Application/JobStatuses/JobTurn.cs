using OpenProject.Domain.JobStatuses;

namespace OpenProject.Application.JobStatuses;

/// <summary>A job that a server has taken.</summary>
/// <param name="Id">The job.</param>
/// <param name="Attempt">The how manieth attempt it is, from 1: whoever takes the job after this one has another number.</param>
/// <param name="Kind">What it does.</param>
/// <param name="UserId">As whom it acts.</param>
/// <param name="Input">What was asked for.</param>
public sealed record JobTurn(long Id, int Attempt, JobKind Kind, long UserId, string Input);

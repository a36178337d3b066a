using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.JobStatuses;

/// <summary>How far jobs are.</summary>
[Route("api/v3/job_statuses")]
public sealed class JobStatusesController(JobStatusService jobs) : V3Controller
{
    /// <summary>View how far a job is.</summary>
    /// <param name="id">The job's UUID.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The job.</response>
    /// <response code="404">It is missing, or somebody else's.</response>
    [HttpGet("{id:guid}", Name = "View_job_status")]
    public async Task<ActionResult<Document<JobDto>>> Show(Guid id, CancellationToken cancellationToken) => await jobs.FindAsync(id, cancellationToken);
}

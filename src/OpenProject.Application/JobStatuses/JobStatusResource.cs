using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.JobStatuses;

namespace OpenProject.Application.JobStatuses;

/// <summary>How far jobs are (<c>/api/v3/job_statuses/{uuid}</c>). A job is shown to whom it was asked by.</summary>
public sealed class JobStatusResource : Resource<Job, JobDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public JobStatusResource()
        : base(Kind, Location, j => j.Id, title: null)
    {
        Property("jobId", j => j.Uuid);
        Property("status", j => Codes.Of(j.State));
        Property("message", j => j.Message);
        Property("payload", j => new JobPayload(WorkspacePaths.Link(j.ProjectId, j.ProjectName, j.ProjectKind))).Typed("Object");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/job_statuses");

    /// <inheritdoc/>
    public static string Kind => "JobStatus";

    /// <inheritdoc/>
    public override Reference SelfOf(JobDto dto) => new(Location, dto.Id, null, dto.Uuid);

    /// <inheritdoc/>
    public override IQueryable<Job> VisibleTo(IQueryable<Job> rows, Access access)
    {
        var me = access.Viewer.UserId;
        return rows.Where(j => j.UserId == me);
    }
}

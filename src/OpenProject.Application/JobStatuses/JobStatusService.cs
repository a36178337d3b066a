using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.JobStatuses;

/// <summary>Tells how far jobs are.</summary>
public sealed class JobStatusService(ResourceReader reader, JobStatusResource resource)
{
    /// <summary>One of the viewer's jobs.</summary>
    /// <param name="uuid">Its name, in lower or upper case.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Document<JobDto>> FindAsync(Guid uuid, CancellationToken cancellationToken)
    {
        var name = uuid.ToString();
        return reader.FindAsync(resource, j => j.Uuid == name, cancellationToken);
    }
}

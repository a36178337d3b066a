using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Statuses;

/// <summary>Reads statuses.</summary>
public sealed class StatusService(GuardedReads reads, StatusResource resource)
{
    private static readonly Permission[] Readers = [Domain.Roles.Permissions.ViewWorkPackages];

    /// <summary>All statuses, in order of position.</summary>
    public Task<Page<StatusDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reads.ListAsync(resource, query, Readers, cancellationToken);

    /// <summary>One status.</summary>
    public Task<Document<StatusDto>> FindAsync(long id, CancellationToken cancellationToken) =>
        reads.FindAsync(resource, id, Readers, cancellationToken);
}

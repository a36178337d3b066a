using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Priorities;

/// <summary>Reads priorities.</summary>
public sealed class PriorityService(GuardedReads reads, PriorityResource resource)
{
    private static readonly Permission[] Readers = [Domain.Roles.Permissions.ViewWorkPackages];

    /// <summary>All priorities, in order of position.</summary>
    public Task<Page<PriorityDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reads.ListAsync(resource, query, Readers, cancellationToken);

    /// <summary>One priority.</summary>
    public Task<Document<PriorityDto>> FindAsync(long id, CancellationToken cancellationToken) =>
        reads.FindAsync(resource, id, Readers, cancellationToken);
}

using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Roles;

/// <summary>Reads roles.</summary>
public sealed class RoleService(ResourceReader reader, GuardedReads reads, RoleResource resource)
{
    private static readonly Permission[] Readers = [Domain.Roles.Permissions.ViewMembers, Domain.Roles.Permissions.ManageMembers];

    /// <summary>The roles, in order of position, for everybody.</summary>
    public Task<Page<RoleDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One role, for those who may see members somewhere.</summary>
    public Task<Document<RoleDto>> FindAsync(long id, CancellationToken cancellationToken) => reads.FindAsync(resource, id, Readers, cancellationToken);
}

using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Types;

/// <summary>Reads types.</summary>
public sealed class TypeService(GuardedReads reads, TypeResource resource)
{
    private static readonly Permission[] Readers = [Domain.Roles.Permissions.ViewWorkPackages, Domain.Roles.Permissions.ManageTypes];

    /// <summary>All types, in order of position.</summary>
    public Task<Page<TypeDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reads.ListAsync(resource, query, Readers, cancellationToken);

    /// <summary>One type.</summary>
    public Task<Document<TypeDto>> FindAsync(long id, CancellationToken cancellationToken) =>
        reads.FindAsync(resource, id, Readers, cancellationToken);
}

using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Types;

/// <summary>Reads types.</summary>
public sealed class TypeService(GuardedReads reads, ResourceReader reader, TypeResource resource, WorkspaceService workspaces)
{
    private static readonly Permission[] Readers = [Domain.Roles.Permissions.ViewWorkPackages, Domain.Roles.Permissions.ManageTypes];

    /// <summary>All types, in order of position.</summary>
    public Task<Page<TypeDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reads.ListAsync(resource, query, Readers, cancellationToken);

    /// <summary>The types that a workspace offers, in order of position.</summary>
    public async Task<Page<TypeDto>> ListInAsync(string workspace, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdWithAsync(workspace, PermissionSet.Of(Readers), cancellationToken);
        var offered = reader.Store.Rows<Project>().Where(p => p.Id == id).SelectMany(p => p.Types).Select(t => t.TypeId);
        return await reader.ListAsync(resource, query, reader.Visible(resource).Where(t => offered.Contains(t.Id)), cancellationToken);
    }

    /// <summary>One type.</summary>
    public Task<Document<TypeDto>> FindAsync(long id, CancellationToken cancellationToken) =>
        reads.FindAsync(resource, id, Readers, cancellationToken);
}

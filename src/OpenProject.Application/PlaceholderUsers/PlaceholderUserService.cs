using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.PlaceholderUsers;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.PlaceholderUsers;

/// <summary>Lists, reads and writes placeholder users.</summary>
public sealed class PlaceholderUserService(
    ResourceReader reader,
    GuardedReads reads,
    ResourceWriter writer,
    PlaceholderUserResource resource,
    PlaceholderUserContract contract,
    IAggregates<PlaceholderUser> aggregates,
    IPrincipalRemoval removal,
    IUnitOfWork unitOfWork)
{
    private static readonly Permission[] Readers = [Domain.Roles.Permissions.ManagePlaceholderUser, Domain.Roles.Permissions.ManageMembers];

    private WritePlan<PlaceholderUser, PlaceholderUserDto> Writes => new(resource, contract, aggregates);

    /// <summary>All placeholders; leaves as forbidden for those who manage neither them nor members.</summary>
    public Task<Page<PlaceholderUserDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reads.ListAsync(resource, query, Readers, cancellationToken);

    /// <summary>One placeholder.</summary>
    public Task<Document<PlaceholderUserDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores a new placeholder.</summary>
    public async Task<Document<PlaceholderUserDto>> CreateAsync(ChangeSet<PlaceholderUser, PlaceholderUserDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(Writes, PlaceholderUser.Draft(writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores another name.</summary>
    public async Task<Document<PlaceholderUserDto>> UpdateAsync(
        long id, ChangeSet<PlaceholderUser, PlaceholderUserDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes a placeholder; what it was to do is left to the deleted user.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        await reader.RowAsync(resource, id, cancellationToken);
        if (!PlaceholderUserResource.IsManagedBy(reader.Access))
            throw new ProblemException(new Problem.Forbidden());
        await unitOfWork.InTransactionAsync(token => removal.RemoveAsync(id, token), cancellationToken);
    }
}

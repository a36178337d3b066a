using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Groups;

/// <summary>Lists, reads and writes groups.</summary>
public sealed class GroupService(
    ResourceReader reader,
    GuardedReads reads,
    ResourceWriter writer,
    GroupResource resource,
    GroupPlan plan,
    IPrincipalRemoval removal,
    IUnitOfWork unitOfWork)
{
    private static readonly Permission[] Readers = [Domain.Roles.Permissions.ViewMembers, Domain.Roles.Permissions.ManageMembers];

    /// <summary>The groups that the viewer may see; leaves as forbidden for those who see members nowhere.</summary>
    public Task<Page<GroupDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reads.ListAsync(resource, query, Readers, cancellationToken);

    /// <summary>One group.</summary>
    public Task<Document<GroupDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores a new group with its members.</summary>
    public async Task<Document<GroupDto>> CreateAsync(ChangeSet<Group, GroupDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(plan.Writes, Group.Draft(writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores another name, other members, or both.</summary>
    public async Task<Document<GroupDto>> UpdateAsync(long id, ChangeSet<Group, GroupDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(plan.Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes a group; what its users have through it goes along, what it was to do is left to the deleted user.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        await reader.RowAsync(resource, id, cancellationToken);
        if (!reader.Access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
        await unitOfWork.InTransactionAsync(token => removal.RemoveAsync(id, token), cancellationToken);
    }
}

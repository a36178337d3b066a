using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Memberships;

/// <summary>How memberships are written: with a group's own, those that its users inherit from it.</summary>
public sealed class MembershipPlan(
    MembershipResource resource,
    MembershipContract contract,
    IAggregates<Membership> aggregates,
    IReadStore store,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>The plan.</summary>
    public WritePlan<Membership, MembershipDto> Writes => new(resource, contract, aggregates)
    {
        BeforeSave = (draft, cancellationToken) => draft.Dto.PrincipalKind == PrincipalKind.Group
            ? InheritAsync(draft.Entity, draft.Entity, cancellationToken)
            : Task.CompletedTask,
    };

    /// <summary>Removes a membership, or of it what was given directly; what users have through it goes with it.</summary>
    public async Task RemoveAsync(Membership membership, PrincipalKind? kind, CancellationToken cancellationToken)
    {
        if (kind == PrincipalKind.Group)
            await InheritAsync(membership, given: null, cancellationToken);
        membership.GiveUpOwnRoles();
        if (membership.IsEmpty)
            aggregates.Remove(membership);
        await unitOfWork.SaveAsync(cancellationToken);
    }

    private async Task InheritAsync(Membership group, Membership? given, CancellationToken cancellationToken)
    {
        var (id, groupId, projectId) = (group.Id, group.PrincipalId, group.ProjectId);
        var users = await store.ListAsync(store.Rows<GroupMember>().Where(m => m.GroupId == groupId).Select(m => m.UserId), cancellationToken);
        if (users.Count == 0)
            return;

        // The roles as they are stored: those that the group loses are known to its users' memberships by their ids.
        var stored = await store.ListAsync(store.Rows<MembershipRole>().Where(r => r.MembershipId == id), cancellationToken);
        var ids = await store.ListAsync(
            store.Rows<Membership>().Where(m => m.ProjectId == projectId && users.Contains(m.PrincipalId)).Select(m => m.Id), cancellationToken);
        var held = await aggregates.FindManyAsync(ids, cancellationToken);
        var result = GroupInheritance.Apply(given, stored, users, held, projectId, clock.GetUtcNow().UtcDateTime);
        foreach (var added in result.Added)
            aggregates.Add(added);
        foreach (var emptied in result.Emptied)
            aggregates.Remove(emptied);
    }
}

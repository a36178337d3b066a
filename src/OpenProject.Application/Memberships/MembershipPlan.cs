using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Memberships;

/// <summary>How memberships are written: with a group's own, those that its users inherit from it.</summary>
public sealed class MembershipPlan(
    MembershipResource resource,
    MembershipContract contract,
    IAggregates<Membership> aggregates,
    IInheritedRoles inherited,
    IUnitOfWork unitOfWork)
{
    /// <summary>The plan.</summary>
    public WritePlan<Membership, MembershipDto> Writes => new(resource, contract, aggregates)
    {
        // What is inherited refers to what it comes from, so it goes first.
        BeforeSave = (draft, cancellationToken) => draft is { IsNew: false, Dto.PrincipalKind: PrincipalKind.Group } && draft.Changed("roles")
            ? inherited.TakeAsync(draft.Entity.Id, [.. draft.Entity.Roles.Select(r => r.Id)], cancellationToken)
            : Task.CompletedTask,
        AfterSave = (draft, cancellationToken) => draft.Dto.PrincipalKind == PrincipalKind.Group && draft.Changed("roles")
            ? inherited.GiveAsync(draft.Entity.Id, cancellationToken)
            : Task.CompletedTask,
    };

    /// <summary>Removes a membership, or of it what was given directly; what users have through it goes with it.</summary>
    public Task RemoveAsync(Membership membership, PrincipalKind? kind, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        async token =>
        {
            if (kind == PrincipalKind.Group)
                await inherited.TakeAsync(membership.Id, [], token);
            membership.GiveUpOwnRoles();
            if (membership.IsEmpty)
                aggregates.Remove(membership);
            await unitOfWork.SaveAsync(token);
        },
        cancellationToken);
}

using OpenProject.Domain.Roles;

namespace OpenProject.Domain.Memberships;

/// <summary>One role in a membership, given directly or inherited from the membership of a group.</summary>
public sealed class MembershipRole
{
    private MembershipRole()
    {
    }

    internal MembershipRole(long roleId) => RoleId = roleId;

    /// <summary>The database identity.</summary>
    public long Id { get; private set; }

    /// <summary>The membership it is part of.</summary>
    public long MembershipId { get; private set; }

    /// <summary>The role.</summary>
    public long RoleId { get; private set; }

    /// <summary>The role; for queries only.</summary>
    public Role Role { get; private set; } = null!;

    /// <summary>The group's membership role it comes from; null when given directly.</summary>
    public long? InheritedFromId { get; private set; }

    /// <summary>The source; for queries only.</summary>
    public MembershipRole? InheritedFrom { get; private set; }

    /// <summary>Whether it comes from a group.</summary>
    public bool IsInherited => InheritedFromId is not null;
}

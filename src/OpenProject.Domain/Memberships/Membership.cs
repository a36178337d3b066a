using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Memberships;

/// <summary>
/// The roles of a principal in one project, or in the whole installation. What a user has through groups is stored as
/// the user's own membership, marked as inherited, so that permissions are read in one place.
/// </summary>
public sealed class Membership : AggregateRoot, ITimestamped
{
    private readonly List<MembershipRole> roles = [];

    private Membership()
    {
    }

    /// <summary>Who has the roles.</summary>
    public long PrincipalId { get; private set; }

    /// <summary>The principal; for queries only.</summary>
    public Principal Principal { get; private set; } = null!;

    /// <summary>Where; null means everywhere, with global roles.</summary>
    public long? ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project? Project { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Own and inherited roles; a role may occur several times, once for each source.</summary>
    public IReadOnlyCollection<MembershipRole> Roles => roles;

    /// <summary>Whether nothing is left of it.</summary>
    public bool IsEmpty => roles.Count == 0;

    /// <summary>A new membership without roles; it must get some before it is stored.</summary>
    public static Membership Draft(DateTime now) => new() { CreatedAt = now, UpdatedAt = now };

    /// <summary>A new membership.</summary>
    /// <exception cref="BrokenRule">No role.</exception>
    public static Membership Create(long principalId, long? projectId, IEnumerable<long> roleIds, DateTime now)
    {
        var membership = Draft(now);
        membership.BelongTo(principalId);
        membership.CountIn(projectId);
        membership.SetRoles(roleIds);
        return membership;
    }

    /// <summary>Names the principal; only while the membership is new.</summary>
    /// <exception cref="BrokenRule">The membership is already stored.</exception>
    public void BelongTo(long principalId)
    {
        if (Id != 0 && principalId != PrincipalId)
            throw new BrokenRule("principal", "Principal was attempted to be written but is not writable.");
        PrincipalId = principalId;
    }

    /// <summary>Names the project; only while the membership is new.</summary>
    /// <exception cref="BrokenRule">The membership is already stored.</exception>
    public void CountIn(long? projectId)
    {
        if (Id != 0 && projectId != ProjectId)
            throw new BrokenRule("project", "Project was attempted to be written but is not writable.");
        ProjectId = projectId;
    }

    /// <summary>Makes exactly these the roles given directly; inherited ones stay.</summary>
    /// <exception cref="BrokenRule">No role, neither given nor inherited.</exception>
    public void SetRoles(IEnumerable<long> roleIds)
    {
        var wanted = roleIds.ToHashSet();
        if (wanted.Count == 0 && !roles.Exists(role => role.IsInherited))
            throw new BrokenRule("roles", "Roles need to be assigned.");

        roles.RemoveAll(role => !role.IsInherited && !wanted.Contains(role.RoleId));
        wanted.ExceptWith(roles.Where(role => !role.IsInherited).Select(role => role.RoleId));
        roles.AddRange(wanted.Order().Select(roleId => new MembershipRole(roleId)));
    }

    /// <summary>Gives up the roles given directly; what groups give stays.</summary>
    public void GiveUpOwnRoles() => roles.RemoveAll(role => !role.IsInherited);

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}

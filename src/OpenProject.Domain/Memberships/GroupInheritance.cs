namespace OpenProject.Domain.Memberships;

/// <summary>
/// Gives the users of a group what the group's membership gives. A pure function over loaded memberships; the caller
/// stores what it added and removes what is left empty.
/// </summary>
public static class GroupInheritance
{
    /// <summary>Brings the users' memberships in one project in line with the group's.</summary>
    /// <param name="group">The group's membership as it is to be; null when it is going away.</param>
    /// <param name="sources">All its roles, those about to be removed included: what was inherited from them is known by them.</param>
    /// <param name="userIds">Who belongs to the group from now on.</param>
    /// <param name="held">The memberships in the same project of these users and of those who leave the group.</param>
    /// <param name="projectId">The project; null for global roles.</param>
    /// <param name="now">The time of the change, UTC.</param>
    public static Inheritance Apply(
        Membership? group,
        IReadOnlyCollection<MembershipRole> sources,
        IReadOnlyCollection<long> userIds,
        IReadOnlyCollection<Membership> held,
        long? projectId,
        DateTime now)
    {
        var given = group?.Roles ?? [];
        var all = sources.Union(given).ToList();
        var users = userIds.ToHashSet();
        var added = new List<Membership>();

        foreach (var membership in held)
        {
            if (membership.Inherit(users.Contains(membership.PrincipalId) ? given : [], all))
                membership.Touch(now);
        }

        if (given.Count > 0)
        {
            foreach (var userId in users.Except(held.Select(membership => membership.PrincipalId)))
            {
                var membership = Membership.Draft(now);
                membership.BelongTo(userId);
                membership.CountIn(projectId);
                membership.Inherit(given, all);
                added.Add(membership);
            }
        }

        return new Inheritance(added, [.. held.Where(membership => membership.IsEmpty)]);
    }
}

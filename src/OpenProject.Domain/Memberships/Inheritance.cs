namespace OpenProject.Domain.Memberships;

/// <summary>What inheriting makes of memberships beyond changing them in place.</summary>
/// <param name="Added">New memberships to store.</param>
/// <param name="Emptied">Memberships without any role left, to remove.</param>
public sealed record Inheritance(IReadOnlyList<Membership> Added, IReadOnlyList<Membership> Emptied);

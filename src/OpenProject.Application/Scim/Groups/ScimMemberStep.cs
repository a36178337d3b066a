using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Groups;

/// <summary>What happens to the members of a group.</summary>
internal abstract record ScimMemberStep
{
    private ScimMemberStep()
    {
    }

    /// <summary>Some come and others go; nobody does both.</summary>
    public sealed record Some(HashSet<long> Added, HashSet<long> Removed) : ScimMemberStep;

    /// <summary>These alone are members.</summary>
    public sealed record Exactly(HashSet<long> Members) : ScimMemberStep;

    /// <summary>Those go whom a filter means, which the database judges, and some come instead.</summary>
    /// <param name="Filter">The filter.</param>
    /// <param name="Instead">Who comes; null where nobody has to go.</param>
    public sealed record Where(ScimFilter Filter, HashSet<long>? Instead) : ScimMemberStep;
}

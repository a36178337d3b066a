using OpenProject.Application.Scim.Attributes;

namespace OpenProject.Application.Scim.Groups;

/// <summary>A group, as read.</summary>
public sealed class ScimGroupRow : ScimRow
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who is in it; filled where that is told.</summary>
    public IReadOnlyList<ScimMember> Members { get; set; } = [];
}

/// <summary>A user in a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="UserId">The user.</param>
/// <param name="Name">His name, where it is asked for.</param>
public sealed record ScimMember(long GroupId, long UserId, string? Name);

/// <summary>The users in a group, as they are told: there may be tens of thousands, and no object is made of what each of them says.</summary>
/// <param name="Members">Who is in it.</param>
/// <param name="Parts">What is told of each, in this order.</param>
/// <param name="Users">The address of all users, with a final slash.</param>
public sealed record ScimMembers(IReadOnlyList<ScimMember> Members, IReadOnlyList<ScimAttribute> Parts, string Users);

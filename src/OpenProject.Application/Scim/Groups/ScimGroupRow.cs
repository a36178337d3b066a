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
/// <param name="UserId">The user.</param>
/// <param name="Name">His name, where it is asked for.</param>
public sealed record ScimMember(long UserId, string? Name);

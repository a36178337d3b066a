using OpenProject.Domain.Users;

namespace OpenProject.Domain.Groups;

/// <summary>One user's place in a group; added and removed by statements over many.</summary>
public sealed class GroupMember
{
    private GroupMember()
    {
    }

    /// <summary>The group.</summary>
    public long GroupId { get; private set; }

    /// <summary>The user.</summary>
    public long UserId { get; private set; }

    /// <summary>The user; for queries only.</summary>
    public User User { get; private set; } = null!;
}

namespace OpenProject.Domain.Groups;

/// <summary>One user's place in a group.</summary>
public sealed class GroupMember
{
    private GroupMember()
    {
    }

    internal GroupMember(long userId) => UserId = userId;

    /// <summary>The group.</summary>
    public long GroupId { get; private set; }

    /// <summary>The user.</summary>
    public long UserId { get; private set; }
}

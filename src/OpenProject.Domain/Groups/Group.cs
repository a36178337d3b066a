using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Groups;

/// <summary>Users who get memberships together.</summary>
public sealed class Group : Principal
{
    /// <summary>Longest name.</summary>
    public const int GroupNameLimit = 255;

    private readonly List<GroupMember> members = [];

    private Group()
    {
    }

    private Group(DateTime now)
        : base(PrincipalKind.Group, now)
    {
    }

    /// <summary>Who belongs to it.</summary>
    public IReadOnlyCollection<GroupMember> Members => members;

    /// <summary>A new group that still needs a name.</summary>
    public static Group Draft(DateTime now) => new(now);

    /// <summary>A new group.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static Group Create(string name, DateTime now)
    {
        var group = Draft(now);
        group.Rename(name);
        return group;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name)
    {
        var text = TextRule.Required(name, "name", "Name", GroupNameLimit);
        Display(text, text);
    }

    /// <summary>Makes exactly these users its members; who stays keeps the row.</summary>
    public void SetMembers(IEnumerable<long> userIds)
    {
        var wanted = userIds.ToHashSet();
        members.RemoveAll(member => !wanted.Contains(member.UserId));
        wanted.ExceptWith(members.Select(member => member.UserId));
        members.AddRange(wanted.Order().Select(userId => new GroupMember(userId)));
    }
}

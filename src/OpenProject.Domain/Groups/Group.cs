using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Groups;

/// <summary>
/// Users who get memberships together. Who they are is no part of the aggregate: a group may have any number of users, and
/// whoever adds one must not load them all.
/// </summary>
public sealed class Group : Principal
{
    /// <summary>Longest name.</summary>
    public const int GroupNameLimit = 255;

    private Group()
    {
    }

    private Group(DateTime now)
        : base(PrincipalKind.Group, now)
    {
    }

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
}

using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.PlaceholderUsers;

/// <summary>A stand-in for somebody who is not named yet, so that work can be planned.</summary>
public sealed class PlaceholderUser : Principal
{
    /// <summary>Longest name.</summary>
    public const int PlaceholderNameLimit = 255;

    private PlaceholderUser()
    {
    }

    private PlaceholderUser(DateTime now)
        : base(PrincipalKind.PlaceholderUser, now)
    {
    }

    /// <summary>A new placeholder that still needs a name.</summary>
    public static PlaceholderUser Draft(DateTime now) => new(now);

    /// <summary>A new placeholder.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static PlaceholderUser Create(string name, DateTime now)
    {
        var placeholder = Draft(now);
        placeholder.Rename(name);
        return placeholder;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name)
    {
        var text = TextRule.Required(name, "name", "Name", PlaceholderNameLimit);
        Display(text, text);
    }
}

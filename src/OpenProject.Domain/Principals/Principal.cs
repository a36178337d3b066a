using OpenProject.Domain.Common;

namespace OpenProject.Domain.Principals;

/// <summary>Who can be a member, an assignee or an author. All kinds share one table and one number range.</summary>
public abstract class Principal : AggregateRoot, ITimestamped
{
    /// <summary>Longest display name.</summary>
    public const int NameLimit = 512;

    private protected Principal()
    {
    }

    private protected Principal(PrincipalKind kind, DateTime now)
    {
        Kind = kind;
        CreatedAt = now;
        UpdatedAt = now;
    }

    /// <summary>What it is.</summary>
    public PrincipalKind Kind { get; private set; }

    /// <summary>The display name; of a user made from first and last name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What lists of principals are ordered by: last name, then first name; of others the name.</summary>
    public string SortName { get; private set; } = "";

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Rises with each change, of what a group is also with who is in it: an older number means another state.</summary>
    public int Revision { get; private set; }

    /// <summary>One of those the server makes itself, or that is as good as gone; nobody can sign in as it.</summary>
    public bool IsBuiltin => Kind is not (PrincipalKind.User or PrincipalKind.Group or PrincipalKind.PlaceholderUser);

    /// <inheritdoc/>
    public void Touch(DateTime now)
    {
        UpdatedAt = now;
        Revision++;
    }

    private protected void Display(string name, string sortName)
    {
        Name = name;
        SortName = sortName;
    }
}

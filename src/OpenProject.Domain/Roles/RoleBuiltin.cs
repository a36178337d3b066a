namespace OpenProject.Domain.Roles;

/// <summary>What the server itself uses a role for; stored as its number.</summary>
public enum RoleBuiltin
{
    /// <summary>Nothing: people give it.</summary>
    None = 0,

    /// <summary>Counts for signed-in users in public projects they are no members of.</summary>
    NonMember = 1,

    /// <summary>Counts for visitors in public projects.</summary>
    Anonymous = 2,

    /// <summary>A shared work package may be edited.</summary>
    WorkPackageEditor = 3,

    /// <summary>A shared work package may be commented.</summary>
    WorkPackageCommenter = 4,

    /// <summary>A shared work package may be read.</summary>
    WorkPackageViewer = 5,

    /// <summary>A shared project list may be read.</summary>
    ProjectQueryViewer = 6,

    /// <summary>A shared project list may be edited.</summary>
    ProjectQueryEditor = 7,
}

namespace OpenProject.Domain.Roles;

/// <summary>What a role is given in; stored as its number.</summary>
public enum RoleKind
{
    /// <summary>In a project.</summary>
    Project = 1,

    /// <summary>In the whole installation.</summary>
    Global = 2,

    /// <summary>For a single work package that is shared.</summary>
    WorkPackage = 3,

    /// <summary>For a saved list of projects that is shared.</summary>
    ProjectQuery = 4,
}

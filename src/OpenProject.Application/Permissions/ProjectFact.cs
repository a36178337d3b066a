namespace OpenProject.Application.Permissions;

/// <summary>
/// One row of the statement that loads permissions: either a module of an active project (or its absence), or a role
/// that the viewer has in a project, or a permission that a role grants. The set members a row does not use are empty.
/// </summary>
internal sealed class ProjectFact
{
    /// <summary>The project; 0 when the row is about a role.</summary>
    public long ProjectId { get; init; }

    /// <summary>The role; 0 when the row is about a project's modules.</summary>
    public long RoleId { get; init; }

    /// <summary>On rows of a project's modules: whether outsiders see the project. On rows of a role: whether it is theirs.</summary>
    public bool Public { get; init; }

    /// <summary>The module, or the permission.</summary>
    public string? Name { get; init; }
}

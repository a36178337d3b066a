namespace OpenProject.Application.Projects;

/// <summary>Keeps the closure of the workspaces' hierarchy, by set-based statements in the caller's transaction.</summary>
public interface IProjectTree
{
    /// <summary>Enters a new workspace below its parent, or as a root.</summary>
    Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken);

    /// <summary>Moves a workspace with all that is below it to another parent, or makes it a root.</summary>
    Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken);

    /// <summary>Removes a workspace with everything that belongs to it.</summary>
    Task FellAsync(long id, CancellationToken cancellationToken);
}

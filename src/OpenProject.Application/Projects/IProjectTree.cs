namespace OpenProject.Application.Projects;

/// <summary>Keeps the closure of the projects' hierarchy, by set-based statements in the caller's transaction.</summary>
public interface IProjectTree
{
    /// <summary>Enters a new project below its parent, or as a root.</summary>
    Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a project with all that is below it to another parent, or makes it a root. Leaves as
    /// <see cref="Common.Problem.Conflict"/> when the parent meanwhile lies below the project.
    /// </summary>
    Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a project and all below it with everything that belongs to them, their work packages among it,
    /// and the work packages of other projects that lie below one of those. What remains derives its values anew.
    /// </summary>
    Task FellAsync(long id, CancellationToken cancellationToken);
}

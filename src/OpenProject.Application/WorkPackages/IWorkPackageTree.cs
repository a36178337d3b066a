namespace OpenProject.Application.WorkPackages;

/// <summary>Keeps the closure of the hierarchy and what ancestors derive from it, by set-based statements in the caller's transaction.</summary>
public interface IWorkPackageTree
{
    /// <summary>Enters a new work package below its parent, or as a root.</summary>
    Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a work package with all that is below it to another parent, or makes it a root. Leaves as
    /// <see cref="Common.Problem.Conflict"/> when the parent meanwhile lies below the work package.
    /// </summary>
    Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken);

    /// <summary>Removes a work package and all below it with what belongs to them.</summary>
    Task FellAsync(long id, CancellationToken cancellationToken);

    /// <summary>Derives dates, work and progress anew for work packages and everything above them; those without children derive nothing.</summary>
    Task DeriveUpwardsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);
}

namespace OpenProject.Application.WorkPackages;

/// <summary>The numbers of work packages' journals.</summary>
public interface IWorkPackageHistory
{
    /// <summary>
    /// Counts the journals of a work package one further and notes when. Inside a transaction nobody else takes a number until it
    /// ends. Neither the attributes nor the lock version change.
    /// </summary>
    Task AdvanceAsync(long id, DateTime now, CancellationToken cancellationToken);
}

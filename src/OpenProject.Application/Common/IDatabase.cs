namespace OpenProject.Application.Common;

/// <summary>The database as the operator sees it.</summary>
public interface IDatabase
{
    /// <summary>
    /// Brings the schema to this version and fills a new database with what an installation begins with. Any number of
    /// processes may do so at the same moment.
    /// </summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Whether it is reachable and of this version.</summary>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken);
}

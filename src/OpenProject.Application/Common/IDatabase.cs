namespace OpenProject.Application.Common;

/// <summary>The database as the operator sees it.</summary>
public interface IDatabase
{
    /// <summary>
    /// Brings the schema to this version and fills a new database with what an installation begins with. Any number of
    /// processes may do so at the same moment.
    /// </summary>
    /// <exception cref="StartRefused">It cannot be reached or written, or a version made it from which there is no way to this one.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Whether its schema is of this version; false when it must be migrated first.</summary>
    /// <exception cref="StartRefused">It cannot be reached, or a version made it from which there is no way to this one.</exception>
    Task<bool> IsCurrentAsync(CancellationToken cancellationToken);
}

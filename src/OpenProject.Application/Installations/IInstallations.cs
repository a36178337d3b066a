using OpenProject.Application.Common;
using OpenProject.Domain.Installations;

namespace OpenProject.Application.Installations;

/// <summary>The one installation, in the database that holds its data.</summary>
/// <remarks>All members throw <see cref="Problem.Unavailable"/> while the database cannot answer.</remarks>
public interface IInstallations
{
    /// <summary>The stored installation; null when there is none, or its UUID is blank.</summary>
    /// <exception cref="StartRefused">The stored UUID is damaged. It is never renewed silently.</exception>
    Task<Installation?> FindAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores the candidate unless there is an installation already. When several processes do so at the same moment one
    /// wins; read afterwards which.
    /// </summary>
    Task RegisterAsync(Installation candidate, CancellationToken cancellationToken);

    /// <summary>Stores it in the place of whatever is there.</summary>
    Task ReplaceAsync(Installation installation, CancellationToken cancellationToken);
}

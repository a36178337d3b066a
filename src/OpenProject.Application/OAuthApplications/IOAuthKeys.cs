using OpenProject.Application.Common;

namespace OpenProject.Application.OAuthApplications;

/// <summary>The stored keys of the authorization server: one set for all servers of the installation, for good.</summary>
public interface IOAuthKeys
{
    /// <summary>
    /// The keys; made and stored when there are none. Of several processes that do so at the same moment one wins, and all
    /// get what it stored.
    /// </summary>
    /// <exception cref="ProblemException">The database cannot answer, as <see cref="Problem.Unavailable"/>.</exception>
    Task<OAuthKeySet> GetAsync(CancellationToken cancellationToken);
}

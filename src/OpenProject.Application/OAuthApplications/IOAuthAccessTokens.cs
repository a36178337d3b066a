namespace OpenProject.Application.OAuthApplications;

/// <summary>The access tokens that the authorization server has given.</summary>
public interface IOAuthAccessTokens
{
    /// <summary>What a token says; null when it is none, has expired or was revoked. Whether its owner may still act is not its business.</summary>
    /// <exception cref="Common.ProblemException">The database cannot answer.</exception>
    Task<OAuthAccessToken?> ReadAsync(string token, CancellationToken cancellationToken);
}

namespace OpenProject.Application.Identity;

/// <summary>Reads the tokens that OpenID Connect providers have given.</summary>
public interface IProviderTokens
{
    /// <summary>What a token says, once issuer, signature, lifetime and audience are found to be good; null when it is no JSON web token.</summary>
    /// <exception cref="Common.ProblemException">The provider's keys are needed and cannot be had: <see cref="Common.Problem.Unavailable"/>.</exception>
    Task<ProviderToken?> ReadAsync(string token, CancellationToken cancellationToken);
}

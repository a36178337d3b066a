using OpenIddict.Abstractions;
using OpenIddict.Validation;
using OpenProject.Application.OAuthApplications;
using static OpenIddict.Abstractions.OpenIddictExceptions;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>Lets OpenIddict say what an access token is, after it has looked at the token, its authorization and its signature.</summary>
internal sealed class OAuthAccessTokens(OpenIddictValidationService validation, IOAuthKeys stored, KnownOAuthKeys keys) : IOAuthAccessTokens
{
    public async Task<OAuthAccessToken?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        await keys.LearnAsync(stored, cancellationToken);
        try
        {
            var principal = await validation.ValidateAccessTokenAsync(token, cancellationToken);
            return new OAuthAccessToken(
                principal.GetClaim(OpenIddictConstants.Claims.ClientId) ?? "",
                principal.GetClaim(OpenIddictConstants.Claims.Subject) ?? "",
                principal.GetScopes(),
                principal.GetAudiences(),
                principal.GetExpirationDate()?.UtcDateTime ?? DateTime.MinValue);
        }
        catch (ProtocolException refused) when (refused.Error == OpenIddictConstants.Errors.InvalidToken)
        {
            return null;
        }
    }
}

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenProject.Application.Identity;

namespace OpenProject.Api.Authentication;

/// <summary>JSON web tokens (RFC 7519) signed with RSA, of the providers that the installation knows. Nothing is decided by what is not signed, but which provider to ask.</summary>
internal sealed class ProviderTokens(IdentityProviders providers, ProviderKeys keys, TimeProvider clock) : IProviderTokens
{
    private const int LongestNamedAlgorithm = 20;

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly JsonWebTokenHandler Handler = new();

    public async Task<ProviderToken?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (Parse(token) is not { } read)
            return null;
        if (providers.All.FirstOrDefault(provider => provider.Issuer == read.Issuer) is not { } provider)
            return ProviderToken.Refused("The access token issuer is unknown");
        if (!Algorithms.Contains(read.Alg))
            return ProviderToken.Refused($"Token signature algorithm {NameOf(read.Alg)}is not supported");
        if (read.TryGetHeaderValue<object>("crit", out _)) // extensions that must be understood (RFC 7515 section 4.1.11), and none is
            return ProviderToken.Refused("The access token needs an extension that is not supported");
        if (string.IsNullOrEmpty(read.Kid) || await keys.FindAsync(provider, read.Kid, cancellationToken) is not { } key)
            return ProviderToken.Refused("The access token signature kid is unknown");
        if (!(await Handler.ValidateTokenAsync(read, SignedWith(key))).IsValid)
            return ProviderToken.Refused("The access token signature is wrong");
        return RefusalOf(read, provider) is { } refusal
            ? ProviderToken.Refused(refusal)
            : new ProviderToken(provider.Name, read.Subject, [.. read.Claims.Where(claim => claim.Type == "scope").SelectMany(claim => claim.Value.Split(' '))]);
    }

    private static JsonWebToken? Parse(string token)
    {
        if (token.AsSpan().Count('.') != 2)
            return null;
        try
        {
            return new JsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Who made the token up chose the name, and it goes into a header.
    private static string NameOf(string? algorithm) =>
        algorithm is { Length: > 0 and <= LongestNamedAlgorithm } && algorithm.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_') ? algorithm + " " : "";

    // Lifetime and audience have answers of their own, and the lifetime a clock.
    private static TokenValidationParameters SignedWith(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    };

    private string? RefusalOf(JsonWebToken token, IdentityProvider provider)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (token.ValidTo <= now)
            return "The access token expired";
        if (token.ValidFrom > now)
            return "The access token is used too early";
        return token.Audiences.Contains(provider.ClientId) ? null : "The access token audience claim is wrong";
    }
}

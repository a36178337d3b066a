using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Authentication;

/// <summary>An OpenID Connect provider, as far as it signs tokens and publishes its keys over HTTP.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Issuer = "https://idp.example.com/realms/works";
    public const string ClientId = "openproject";

    private readonly Lock changing = new();
    private RsaSecurityKey key = NewKey("first");
    private LoopbackServer server = null!;
    private int fetches;

    private TokenIssuer()
    {
    }

    /// <summary>Where the keys are.</summary>
    public string JwksUri => server.Address + "jwks";

    /// <summary>How often they were fetched.</summary>
    public int Fetches => fetches;

    /// <summary>Whether it fails when it is asked.</summary>
    public bool IsDown { get; set; }

    /// <summary>The key that signs now.</summary>
    public RsaSecurityKey Key => key;

    public static async Task<TokenIssuer> StartAsync()
    {
        var issuer = new TokenIssuer();
        issuer.server = await LoopbackServer.StartAsync(http => (http.Request.Path == "/jwks" ? issuer.Publish() : Results.NotFound()).ExecuteAsync(http));
        return issuer;
    }

    /// <summary>The settings that make it a provider of a server.</summary>
    public (string Name, string? Value)[] Settings(string name = "works") =>
    [
        ($"OpenIdConnect:Providers:{name}:Issuer", Issuer),
        ($"OpenIdConnect:Providers:{name}:ClientId", ClientId),
        ($"OpenIdConnect:Providers:{name}:JwksUri", JwksUri),
    ];

    /// <summary>Signs with another key from now on; the old one is gone.</summary>
    public void Rotate(string kid)
    {
        lock (changing)
            key = NewKey(kid);
    }

    /// <summary>A token, by default a good one for API v3; a null claim is left out.</summary>
    public string Token(DateTimeOffset now, SigningCredentials? credentials = null, params (string Name, object? Value)[] claims)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "mira-at-works",
            ["scope"] = "openid api_v3",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in claims)
            all[name] = value;
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var payload = System.Text.Json.JsonSerializer.Serialize(all.Where(claim => claim.Value is not null).ToDictionary());
        return handler.CreateToken(payload, credentials ?? new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public static RsaSecurityKey NewKey(string kid) => new(RSA.Create(2048)) { KeyId = kid };

    private IResult Publish()
    {
        Interlocked.Increment(ref fetches);
        if (IsDown)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        lock (changing)
        {
            var (published, open) = (JsonWebKeyConverter.ConvertFromRSASecurityKey(key), key.Rsa.ExportParameters(includePrivateParameters: false));
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = published.Kid, n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) } } });
        }
    }
}

using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenProject.Application.OAuthApplications;

namespace OpenProject.Api.OAuth;

/// <summary>
/// What the authorization server is told by this installation: its address and its keys. The keys must have been read
/// before, as nothing here can wait for the database.
/// </summary>
internal sealed class OAuthServerConfiguration(IOptions<PublicAddress> address, KnownOAuthKeys known) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        if (address.Value.IsConfigured)
            options.Issuer = new Uri(address.Value.PublicBaseUrl!.TrimEnd('/'));
        var signing = ECDsa.Create();
        signing.ImportPkcs8PrivateKey(known.Keys.Signing.Span, out _);
        options.SigningCredentials.Add(new SigningCredentials(new ECDsaSecurityKey(signing), SecurityAlgorithms.EcdsaSha256));
        options.EncryptionCredentials.Add(new EncryptingCredentials(
            new SymmetricSecurityKey(known.Keys.Encryption.ToArray()), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }
}

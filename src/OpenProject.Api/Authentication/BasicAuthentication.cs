using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OpenProject.Api.V3;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.Users;

namespace OpenProject.Api.Authentication;

/// <summary>
/// Basic credentials (RFC 7617): the account of the settings that stands for the server itself, or the user <c>apikey</c> with
/// an API token for a password. A person's login and password are none.
/// </summary>
public sealed class BasicAuthentication(
    ApiTokenService tokens,
    BuiltinViewerService builtin,
    IOptions<ApiV3Options> options,
    IOptions<GlobalBasicOptions> global)
{
    private const string TokenUser = "apikey";

    /// <summary>For whom they stand; null when they are wrong, or not taken.</summary>
    /// <param name="encoded">User and password as they were sent: joined by a colon, in Base64.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Viewer?> AuthenticateAsync(string encoded, CancellationToken cancellationToken)
    {
        var credentials = Decode(encoded);
        var colon = credentials.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;
        var (user, password) = (credentials[..colon], credentials[(colon + 1)..]);
        if (IsGlobal(user, password))
            return await builtin.ServerAsync(cancellationToken);
        if (user != TokenUser || options.Value is not { EnableBasicAuth: true, EnableApiTokens: true })
            return null;
        return (await tokens.AuthenticateAsync(password, cancellationToken)).Viewer;
    }

    private bool IsGlobal(string user, string password) =>
        global.Value is { IsConfigured: true } account && IsSame(account.User!, user) & IsSame(account.Password!, password);

    // Hashed first, so that how long it takes tells nothing of the length either.
    private static bool IsSame(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static string Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}

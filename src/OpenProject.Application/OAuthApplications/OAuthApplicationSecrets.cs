using System.Buffers.Text;
using System.Security.Cryptography;

namespace OpenProject.Application.OAuthApplications;

/// <summary>Makes client ids and secrets: 43 characters of base64url, 256 random bits.</summary>
internal static class OAuthApplicationSecrets
{
    private const int RandomBytes = 32;

    /// <summary>A new one.</summary>
    public static string NewText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}

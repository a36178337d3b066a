using System.Net;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.OAuthApplications;

/// <summary>
/// Where a browser may be sent with an authorization code (RFC 6749 section 3.1.2): <c>https</c>, <c>http</c> on the
/// loopback interface (RFC 8252 section 7.3), a private-use scheme with a period in its name (section 7.1), or
/// <see cref="OutOfBand"/>.
/// </summary>
public static class RedirectUri
{
    /// <summary>Not sent anywhere: the code is shown to the person, who copies it.</summary>
    public const string OutOfBand = "urn:ietf:wg:oauth:2.0:oob";

    /// <summary>Longest URI.</summary>
    public const int Limit = 2000;

    /// <summary>The URI as it was given, trimmed; it is compared by its bytes.</summary>
    /// <exception cref="BrokenRule">It is not absolute, has a fragment, user or space, or could be listened to by others.</exception>
    public static string Checked(string text)
    {
        var trimmed = text.Trim();
        if (trimmed == OutOfBand)
            return trimmed;
        if (trimmed.Length > Limit)
            throw new BrokenRule("redirectUri", $"Redirect URI is too long (maximum is {Limit} characters).");
        if (!Uri.IsWellFormedUriString(trimmed, UriKind.Absolute) || !Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || trimmed.Contains('*', StringComparison.Ordinal))
            throw new BrokenRule("redirectUri", "Redirect URI must be an absolute URI.");
        if (trimmed.Contains('#', StringComparison.Ordinal) || uri.UserInfo.Length > 0)
            throw new BrokenRule("redirectUri", "Redirect URI cannot contain a fragment or a user name.");
        if (!IsPrivate(uri))
            throw new BrokenRule("redirectUri", "Redirect URI must be an HTTPS URI, or lead back to the same device.");
        return trimmed;
    }

    /// <summary>Whether it leads to whatever listens on the person's own device, on a port that is chosen anew each time.</summary>
    public static bool IsLoopback(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsLoopback(uri);

    private static bool IsPrivate(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || IsLoopback(uri) || (uri.Scheme.Contains('.', StringComparison.Ordinal) && !uri.Scheme.StartsWith('.'));

    // Names that resolve to the loopback address are somebody else's to change; only these are the device itself.
    private static bool IsLoopback(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttp && (uri.Host == "localhost" || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address)));
}

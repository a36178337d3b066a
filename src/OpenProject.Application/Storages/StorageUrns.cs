using OpenProject.Application.Resources;
using OpenProject.Domain.Common;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>What links of storages lead to that is no resource: names of kinds, ways and states.</summary>
internal static class StorageUrns
{
    private const string Prefix = "urn:openproject-org:api:v3:storages:";
    private const string AuthenticationPrefix = Prefix + "authenticationMethod:";
    private const string ConnectionPrefix = Prefix + "authorization:";

    /// <summary>What becomes of it when the server goes there.</summary>
    public static Reference Of(StorageConnection connection) => connection switch
    {
        StorageConnection.Connected => Reference.At(ConnectionPrefix + "Connected", "Connected"),
        StorageConnection.FailedAuthorization => Reference.At(ConnectionPrefix + "FailedAuthorization", "Authorization failed"),
        _ => Reference.At(ConnectionPrefix + "Error", "Error"),
    };

    /// <summary>The kind of a storage.</summary>
    public static Reference Of(StorageKind kind) => kind switch
    {
        StorageKind.Nextcloud => Reference.At(Prefix + "Nextcloud", "Nextcloud"),
        _ => Reference.At(Prefix + "OneDrive", "OneDrive/SharePoint"),
    };

    /// <summary>How people prove themselves.</summary>
    public static Reference Of(StorageAuthentication authentication) => authentication switch
    {
        StorageAuthentication.TwoWayOAuth2 => Reference.At(AuthenticationPrefix + "TwoWayOAuth2", "Two-way OAuth 2.0 authorization code flow"),
        _ => Reference.At(AuthenticationPrefix + "OAuth2SSO", "Single-Sign-On through OpenID Connect Identity Provider"),
    };

    /// <summary>The kind of that name.</summary>
    /// <exception cref="BrokenRule">There is none.</exception>
    public static StorageKind KindOf(string? urn) => Enum.GetValues<StorageKind>().FirstOrDefault(kind => Is(Of(kind), urn)) is var found and not default(StorageKind)
        ? found
        : throw new BrokenRule("type", "Type is not set to one of the allowed values.");

    /// <summary>The way of that name.</summary>
    /// <exception cref="BrokenRule">There is none.</exception>
    public static StorageAuthentication AuthenticationOf(string? urn) =>
        Enum.GetValues<StorageAuthentication>().FirstOrDefault(way => Is(Of(way), urn)) is var found and not default(StorageAuthentication)
            ? found
            : throw new BrokenRule("authenticationMethod", "Authentication method is not set to one of the allowed values.");

    // The published examples write the kinds in lower case, too.
    private static bool Is(Reference reference, string? urn) => string.Equals(reference.Href, urn, StringComparison.OrdinalIgnoreCase);
}

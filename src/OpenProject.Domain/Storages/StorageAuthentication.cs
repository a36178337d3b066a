namespace OpenProject.Domain.Storages;

/// <summary>How people prove themselves to a storage when they come from here.</summary>
public enum StorageAuthentication
{
    /// <summary>Either server is an OAuth client of the other.</summary>
    TwoWayOAuth2 = 1,

    /// <summary>Both trust one identity provider.</summary>
    OAuth2Sso = 2,
}

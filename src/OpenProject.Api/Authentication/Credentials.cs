namespace OpenProject.Api.Authentication;

/// <summary>Kinds of credentials, of which each API takes some.</summary>
[Flags]
public enum Credentials
{
    /// <summary>None at all.</summary>
    None = 0,

    /// <summary>Basic: the user <c>apikey</c> with an API token, or the account of the settings that stands for the server itself.</summary>
    Basic = 1,

    /// <summary>An API token as bearer.</summary>
    ApiToken = 2,

    /// <summary>An access token of our authorization server as bearer, with the API's scope.</summary>
    OAuthToken = 4,

    /// <summary>An access token of an OpenID Connect provider as bearer, with the API's scope.</summary>
    ProviderToken = 8,

    /// <summary>The session of a browser, by its cookie.</summary>
    Session = 16,

    /// <summary>The own token of a client of SCIM as bearer.</summary>
    ScimToken = 64,

    /// <summary>No credentials, where the installation does not require a login.</summary>
    Nobody = 32,
}

namespace OpenProject.Api.WellKnown;

/// <summary>An API as it describes who opens it (RFC 9728 section 2); the order of members is OpenProject's.</summary>
/// <param name="Resource">The resource: the address of the installation or of one of its APIs, without a final slash.</param>
/// <param name="ResourceName">What the installation is called.</param>
/// <param name="AuthorizationServers">Who gives tokens.</param>
/// <param name="ScopesSupported">The scopes that open it.</param>
/// <param name="BearerMethodsSupported">How tokens are sent.</param>
/// <param name="ResourceDocumentation">Where people read about it.</param>
public sealed record ProtectedResourceMetadata(
    string Resource,
    string ResourceName,
    IReadOnlyList<string> AuthorizationServers,
    IReadOnlyList<string> ScopesSupported,
    IReadOnlyList<string> BearerMethodsSupported,
    string ResourceDocumentation);

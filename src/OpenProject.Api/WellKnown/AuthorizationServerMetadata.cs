namespace OpenProject.Api.WellKnown;

/// <summary>The authorization server as it describes itself (RFC 8414 section 2); the order of members is OpenProject's, and what it does not tell comes last.</summary>
/// <param name="Issuer">Who gives tokens: the public address, without a final slash.</param>
/// <param name="AuthorizationEndpoint">Where people are asked.</param>
/// <param name="TokenEndpoint">Where programs get tokens.</param>
/// <param name="IntrospectionEndpoint">Where programs ask what a token is (RFC 7662).</param>
/// <param name="ScopesSupported">What may be asked for.</param>
/// <param name="ResponseTypesSupported">How a request is answered.</param>
/// <param name="GrantTypesSupported">For what tokens are given.</param>
/// <param name="ServiceDocumentation">Where people read about it.</param>
/// <param name="RevocationEndpoint">Where programs give tokens up (RFC 7009).</param>
/// <param name="ResponseModesSupported">How answers reach the application.</param>
/// <param name="TokenEndpointAuthMethodsSupported">How applications prove themselves; <c>none</c> for those without secret.</param>
/// <param name="RevocationEndpointAuthMethodsSupported">The same where tokens are given up.</param>
/// <param name="IntrospectionEndpointAuthMethodsSupported">The same where tokens are looked into.</param>
/// <param name="CodeChallengeMethodsSupported">How codes are bound to who asked (RFC 7636).</param>
/// <param name="AuthorizationResponseIssParameterSupported">Whether answers name the issuer (RFC 9207).</param>
public sealed record AuthorizationServerMetadata(
    string Issuer,
    string AuthorizationEndpoint,
    string TokenEndpoint,
    string IntrospectionEndpoint,
    IReadOnlyList<string> ScopesSupported,
    IReadOnlyList<string> ResponseTypesSupported,
    IReadOnlyList<string> GrantTypesSupported,
    string ServiceDocumentation,
    string RevocationEndpoint,
    IReadOnlyList<string> ResponseModesSupported,
    IReadOnlyList<string> TokenEndpointAuthMethodsSupported,
    IReadOnlyList<string> RevocationEndpointAuthMethodsSupported,
    IReadOnlyList<string> IntrospectionEndpointAuthMethodsSupported,
    IReadOnlyList<string> CodeChallengeMethodsSupported,
    bool AuthorizationResponseIssParameterSupported);

namespace OpenProject.Api.OAuth;

/// <summary>Where the authorization server answers, below the public address.</summary>
public static class OAuthEndpoints
{
    /// <summary>What all of them begin with.</summary>
    public const string Root = "/oauth";

    /// <summary>Where people are asked (RFC 6749 section 3.1).</summary>
    public const string Authorize = "/oauth/authorize";

    /// <summary>Where people see the code, when there is nowhere to send it.</summary>
    public const string Code = "/oauth/authorize/native";

    /// <summary>Where programs get tokens (RFC 6749 section 3.2).</summary>
    public const string Token = "/oauth/token";

    /// <summary>Where programs give tokens up (RFC 7009).</summary>
    public const string Revoke = "/oauth/revoke";

    /// <summary>Where programs ask what a token is (RFC 7662).</summary>
    public const string Introspect = "/oauth/introspect";
}

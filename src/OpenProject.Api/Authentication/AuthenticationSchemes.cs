namespace OpenProject.Api.Authentication;

/// <summary>The names of the ways in which a request is authenticated.</summary>
public static class AuthenticationSchemes
{
    /// <summary>
    /// The cookie of a person who signed in with a browser. Its principal has the user's id as name identifier; a challenge
    /// leads to <c>/login</c> and comes back.
    /// </summary>
    public const string Session = "Session";
}

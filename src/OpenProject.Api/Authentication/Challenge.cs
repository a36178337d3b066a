namespace OpenProject.Api.Authentication;

/// <summary>
/// The <c>WWW-Authenticate</c> header of a 401 (RFC 9110 section 11.6.1). <c>Basic</c> answers failed Basic only, so
/// that browsers never ask for a password by themselves; everything else is answered by <c>Bearer</c> (RFC 6750 section
/// 3) with the place of the resource's metadata (RFC 9728 section 5.1).
/// </summary>
public static class Challenge
{
    private const string Realm = "OpenProject API";

    /// <summary>What answers wrong Basic credentials.</summary>
    public const string Basic = $"Basic realm=\"{Realm}\"";

    /// <summary>What answers missing or refused bearer credentials.</summary>
    /// <param name="metadata">Where the API's metadata is, absolute.</param>
    /// <param name="scope">The scope that the API asks for.</param>
    /// <param name="error">The error code of RFC 6750; null when nothing was sent.</param>
    /// <param name="description">A sentence about the error.</param>
    public static string Bearer(string metadata, string scope, string? error = null, string? description = null)
    {
        var challenge = $"Bearer realm=\"{Realm}\", resource_metadata=\"{Escaped(metadata)}\", scope=\"{Escaped(scope)}\"";
        if (error is not null)
            challenge += $", error=\"{Escaped(error)}\"";
        return description is null ? challenge : $"{challenge}, error_description=\"{Escaped(description)}\"";
    }

    /// <summary>Puts the header on the answer, whatever else becomes of it: the error handler clears all headers first.</summary>
    public static void Attach(HttpContext http, string challenge) =>
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.WWWAuthenticate = challenge;
            return Task.CompletedTask;
        });

    private static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}

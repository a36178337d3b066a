namespace OpenProject.Api.Bcf;

/// <summary>Where BCF is, below the public address.</summary>
public static class BcfPaths
{
    /// <summary>The place of all its versions.</summary>
    public const string Root = "/api/bcf";

    /// <summary>The place of version 2.1, as routes begin.</summary>
    public const string Version = "api/bcf/2.1";

    private const string Alias = "/bcf";

    /// <summary>
    /// Lets <c>/bcf/...</c> be <c>/api/bcf/...</c>: the standard's paths are relative to any address, and some clients are told
    /// one without <c>/api</c> (BCF API 2.1 section 3.1).
    /// </summary>
    public static Task FollowAlias(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(Alias, StringComparison.Ordinal, out var rest))
            http.Request.Path = Root + rest;
        return next(http);
    }
}

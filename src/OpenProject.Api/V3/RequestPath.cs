namespace OpenProject.Api.V3;

/// <summary>Which requests are API v3's, and one spelling for their paths.</summary>
public static class RequestPath
{
    /// <summary>Where API v3 lives.</summary>
    public const string Root = "/api/v3";

    private const string Singular = Root + "/workspace/";

    /// <summary>
    /// Collapses repeated slashes, which some clients send (<c>/api/v3//configuration</c>), drops a trailing one, and makes
    /// <c>/api/v3/workspace/...</c> the same as <c>/api/v3/workspaces/...</c>.
    /// </summary>
    public static Task Normalize(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith("/api/", StringComparison.Ordinal) && (path.Contains("//", StringComparison.Ordinal) || path.EndsWith('/')))
            http.Request.Path = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));

        // The published document has both spellings of one path.
        if (http.Request.Path.Value!.StartsWith(Singular, StringComparison.Ordinal))
            http.Request.Path = Root + "/workspaces/" + http.Request.Path.Value[Singular.Length..];
        return next(http);
    }
}

namespace OpenProject.Api.V3;

/// <summary>Which requests are API v3's, and one spelling for their paths.</summary>
public static class RequestPath
{
    /// <summary>Where API v3 lives.</summary>
    public const string Root = "/api/v3";

    /// <summary>Collapses repeated slashes, which some clients send (<c>/api/v3//configuration</c>), and drops a trailing one.</summary>
    public static Task Normalize(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith("/api/", StringComparison.Ordinal) && (path.Contains("//", StringComparison.Ordinal) || path.EndsWith('/')))
            http.Request.Path = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return next(http);
    }
}

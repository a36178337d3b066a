using OpenProject.Api.OAuth;

namespace OpenProject.Api.Scim;

/// <summary>One spelling for paths.</summary>
internal static class ScimPaths
{
    /// <summary>Collapses repeated slashes, which come of joining addresses, and drops a final one.</summary>
    public static Task Normalize(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith(ProtectedResource.Scim.Path, StringComparison.Ordinal) && (path.Contains("//", StringComparison.Ordinal) || path.EndsWith('/')))
            http.Request.Path = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return next(http);
    }
}

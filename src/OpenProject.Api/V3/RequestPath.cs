namespace OpenProject.Api.V3;

/// <summary>Which requests are API v3's, and one spelling for their paths.</summary>
public static class RequestPath
{
    /// <summary>Where API v3 lives.</summary>
    public const string Root = "/api/v3";

    // The published document has both spellings of the first; of the others it has one, and OpenProject answers (and links) the other.
    private static readonly (string Other, string Ours)[] Spellings =
    [
        (Root + "/workspace/", Root + "/workspaces/"),
        (Root + "/capabilities/contexts/", Root + "/capabilities/context/"),
        (Root + "/values/schemas/", Root + "/values/schema/"),
    ];

    /// <summary>
    /// Collapses repeated slashes, which some clients send (<c>/api/v3//configuration</c>), drops a trailing one, and makes other
    /// spellings of a path, such as <c>/api/v3/workspace/...</c>, the same as ours.
    /// </summary>
    public static Task Normalize(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith("/api/", StringComparison.Ordinal) && (path.Contains("//", StringComparison.Ordinal) || path.EndsWith('/')))
            http.Request.Path = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));

        path = http.Request.Path.Value!;
        foreach (var (other, ours) in Spellings)
        {
            if (path.StartsWith(other, StringComparison.Ordinal))
                http.Request.Path = ours + path[other.Length..];
        }

        return next(http);
    }
}

namespace OpenProject.Api.Composition;

/// <summary>Tells clients the id that stands in every log line of their request.</summary>
internal static class RequestIds
{
    /// <summary>Echoes the request's id in <c>X-Request-Id</c>.</summary>
    public static Task Echo(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(http);
    }
}

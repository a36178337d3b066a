using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.WellKnown;

/// <summary>Answers problems of the documents under <c>/.well-known/</c>: <c>{"error": "..."}</c>, never to be kept.</summary>
internal sealed class WellKnownProblemWriter : IProblemWriter
{
    private const int RetryAfterSeconds = 5;

    public ApiArea Area => ApiArea.WellKnown;

    public Task WriteAsync(HttpContext http, Problem problem)
    {
        if (problem is not Problem.Unavailable)
            return WriteAsync(http, V3Errors.StatusOf(problem), """{"error":"The request cannot be answered."}""");
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString();
        return WriteAsync(http, StatusCodes.Status503ServiceUnavailable, """{"error":"The server is not ready."}""");
    }

    public Task WriteFailureAsync(HttpContext http) =>
        WriteAsync(http, StatusCodes.Status500InternalServerError, """{"error":"An internal error has occurred."}""");

    private static Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return ErrorBody.WriteAsync(http, status, "application/json; charset=utf-8", text);
    }
}

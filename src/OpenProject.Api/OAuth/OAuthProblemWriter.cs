using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.OAuth;

/// <summary>Answers problems of the token endpoint that OpenIddict does not answer: <c>{"error": "..."}</c> (RFC 6749 section 5.2).</summary>
internal sealed class OAuthProblemWriter : IProblemWriter
{
    private const int RetryAfterSeconds = 5;

    public ApiArea Area => ApiArea.OAuth;

    public Task WriteAsync(HttpContext http, Problem problem)
    {
        if (problem is not Problem.Unavailable)
            return WriteAsync(http, V3Errors.StatusOf(problem), "invalid_request");
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString();
        return WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "temporarily_unavailable");
    }

    public Task WriteFailureAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status500InternalServerError, "server_error");

    private static Task WriteAsync(HttpContext http, int status, string error)
    {
        http.Response.Headers.CacheControl = "no-store";
        return ErrorBody.WriteAsync(http, status, "application/json; charset=utf-8", $"{{\"error\":\"{error}\"}}");
    }
}

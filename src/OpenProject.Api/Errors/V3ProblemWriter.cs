using System.Text.Json;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;

namespace OpenProject.Api.Errors;

/// <summary>Answers problems of API v3.</summary>
public sealed class V3ProblemWriter : IProblemWriter
{
    /// <inheritdoc/>
    public ApiArea Area => ApiArea.V3;

    /// <inheritdoc/>
    public Task WriteAsync(HttpContext http, Problem problem) =>
        WriteAsync(http, StatusOf(http, problem), json => V3Errors.Write(json, problem));

    /// <inheritdoc/>
    public Task WriteFailureAsync(HttpContext http) =>
        WriteAsync(
            http,
            StatusCodes.Status500InternalServerError,
            json => V3Errors.Write(json, "InternalServerError", "An internal error has occurred.", attribute: null));

    // What another server does not let this one read is not there for whoever asked; what became of the request is in the identifier.
    private static int StatusOf(HttpContext http, Problem problem) => problem switch
    {
        Problem.Outbound { Failure: var failure } => FailedEndpoint.Declared<OutboundFailureStatusAttribute>(http)?.Status
            ?? (failure == OutboundFailure.Forbidden && !HttpMethods.IsGet(http.Request.Method) ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound),
        _ => V3Errors.StatusOf(problem),
    };

    private static async Task WriteAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new HalBuffer();
        write(buffer.Json);
        buffer.Json.Flush();
        await ErrorBody.WriteAsync(http, status, HalJson.ContentType, buffer.Written);
    }
}

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
        WriteAsync(http, V3Errors.StatusOf(problem), json => V3Errors.Write(json, problem));

    /// <inheritdoc/>
    public Task WriteFailureAsync(HttpContext http) =>
        WriteAsync(
            http,
            StatusCodes.Status500InternalServerError,
            json => V3Errors.Write(json, "InternalServerError", "An internal error has occurred.", attribute: null));

    private static async Task WriteAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new HalBuffer();
        write(buffer.Json);
        buffer.Json.Flush();
        await ErrorBody.WriteAsync(http, status, HalJson.ContentType, buffer.Written);
    }
}

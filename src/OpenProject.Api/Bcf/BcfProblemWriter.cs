using System.Text.Json;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.Bcf;

/// <summary>Answers problems of BCF API 2.1: <c>{"message": "..."}</c>, several refused attributes in one message.</summary>
internal sealed class BcfProblemWriter : IProblemWriter
{
    public ApiArea Area => ApiArea.Bcf;

    public Task WriteAsync(HttpContext http, Problem problem) =>
        WriteAsync(http, CredentialRefusal.WordOf(problem) is null ? V3Errors.StatusOf(problem) : StatusCodes.Status401Unauthorized, MessageOf(problem));

    public Task WriteFailureAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status500InternalServerError, "An internal error has occurred.");

    private static string MessageOf(Problem problem) => problem is Problem.Invalid { Errors: { Count: > 1 } errors }
        ? "Multiple field constraints have been violated. " + string.Join(' ', errors.Select(error => error.Message))
        : V3Errors.MessageOf(problem);

    private static Task WriteAsync(HttpContext http, int status, string message) =>
        ErrorBody.WriteAsync(http, status, BcfJson.ContentType, $"{{\"message\":\"{JsonEncodedText.Encode(message)}\"}}");
}

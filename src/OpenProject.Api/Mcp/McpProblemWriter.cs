using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp;

/// <summary>Answers problems of the MCP endpoint outside of JSON-RPC: one word or sentence in plain text.</summary>
internal sealed class McpProblemWriter : IProblemWriter
{
    private const string Text = "text/plain; charset=utf-8";

    public ApiArea Area => ApiArea.Mcp;

    public Task WriteAsync(HttpContext http, Problem problem)
    {
        var refusal = CredentialRefusal.WordOf(problem);
        return refusal is null
            ? ErrorBody.WriteAsync(http, V3Errors.StatusOf(problem), Text, V3Errors.MessageOf(problem))
            : ErrorBody.WriteAsync(http, StatusCodes.Status401Unauthorized, Text, refusal);
    }

    public Task WriteFailureAsync(HttpContext http) =>
        ErrorBody.WriteAsync(http, StatusCodes.Status500InternalServerError, Text, "An internal error has occurred.");
}
